import type { CompileMode } from "../engine/engine.ts";
import type { GanSettings } from "./gan.ts";

/** Unrolled steps that XLA compiles in seconds: the first step takes 6.1 s with 5, 10.2 s with 10 (docs/costs.md). */
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
