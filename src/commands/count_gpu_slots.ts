import { dirname, join } from "node:path";
import { countGpus } from "../engine/library/count_gpus.ts";

/** A GAN of the sizes here leaves most of a card idle, and TensorFlow takes its memory on demand. */
const STAGES_ON_CARD = 4;

/**
 * How many stages may compute on the graphics card at once. All compute on the first one that TensorFlow sees.
 *
 * @param environment Of stages that compute, as `chooseEnvironment` gives it.
 * @param options Tells how many devices a CUDA library can use; asked only when there is such a library.
 * @returns The number, or undefined where stages compute on the processor.
 */
export async function countGpuSlots(
  environment: Readonly<Record<string, string>>,
  options: { readonly countGpus: () => number } = { countGpus },
): Promise<number | undefined> {
  const library = environment.ASSAY_LIBTENSORFLOW;
  if (library === undefined || environment.ASSAY_GPU === "0") return undefined;
  // The CUDA build lies beside NVIDIA's wheels.
  const nvidia = join(dirname(library), "..", "nvidia");
  const isCuda = await Deno.stat(nvidia).then(() => true, () => false);
  return isCuda && options.countGpus() > 0 ? STAGES_ON_CARD : undefined;
}
