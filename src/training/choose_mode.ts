import type { CompileMode } from "../engine/engine.ts";
import type { GanSettings } from "./gan.ts";

/**
 * How a GAN's step is run: by XLA for fully connected networks, whose many small operations it fuses; as a graph for
 * convolutions, where the library's own kernels are faster, and for unrolled steps, which XLA is slow to compile (README,
 * "Performance").
 *
 * @param settings The variant's.
 * @returns The mode, the same on every machine.
 */
export function chooseMode(
  settings: Pick<GanSettings, "generator" | "discriminator" | "unrolledSteps">,
): CompileMode {
  const kinds = [settings.generator.kind, settings.discriminator.kind];
  return kinds.includes("dcgan") || settings.unrolledSteps ? "graph" : "xla";
}
