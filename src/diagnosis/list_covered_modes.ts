import type { ModeSigns } from "./signs.ts";
import { THRESHOLDS } from "./thresholds.ts";

/**
 * Lists the modes that get at least a tenth of their fair share of all samples.
 *
 * @param modes Samples of each mode.
 * @returns Places of the covered modes among all, ascending.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { listCoveredModes } from "./list_covered_modes.ts";
 *
 * const counts = [35, 0, 960, 5];
 * assertEquals(listCoveredModes({ noun: "mode", counts, sampleCount: 1_000 }), [0, 2]);
 * ```
 */
export function listCoveredModes(modes: ModeSigns): number[] {
  return modes.counts.flatMap((count, mode) => count >= countLeast(modes, mode) ? [mode] : []);
}

/** How many samples cover a mode: the least whole number that is a tenth of its fair share, and at least one. */
export function countLeast(
  { counts, sampleCount, weights }: Pick<ModeSigns, "counts" | "sampleCount" | "weights">,
  mode: number,
): number {
  const share = weights?.[mode] ?? 1 / counts.length;
  // 20 of 2,000 samples are 1 %, though 0.1 x 0.1 x 2,000 is a little more than 20.
  return Math.max(1, Math.ceil(THRESHOLDS.coveredPart * share * sampleCount * (1 - 1e-9)));
}
