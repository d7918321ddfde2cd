import type { CompileMode } from "../engine/engine.ts";
import type { GanSettings } from "./gan.ts";

/** Unrolled steps whose code XLA compiles in a few seconds: 5 take 3.4 s on the machine of the README, 10 take 5.8 s. */
const MAX_UNROLLED_BY_XLA = 5;

/**
 * How a GAN's step is run: by XLA for fully connected networks, whose many small operations it fuses; as a graph for
 * convolutions, where the library's own kernels are faster, and for many unrolled steps, which XLA is slow to compile
 * (README, "Performance").
 *
 * @param settings The variant's.
 * @returns The mode, the same on every machine.
 */
export function chooseMode(
  settings: Pick<GanSettings, "generator" | "discriminator" | "unrolledSteps">,
): CompileMode {
  const kinds = [settings.generator.kind, settings.discriminator.kind];
  const isLong = (settings.unrolledSteps ?? 0) > MAX_UNROLLED_BY_XLA;
  return kinds.includes("dcgan") || isLong ? "graph" : "xla";
}
