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
export function listCoveredModes({ counts, sampleCount, weights }: ModeSigns): number[] {
  const partOf = (mode: number) => weights?.[mode] ?? 1 / counts.length;
  // 20 of 2,000 samples are 1 %, though 0.1 x 0.1 x 2,000 is a little more than 20.
  const least = (mode: number) => THRESHOLDS.coveredPart * partOf(mode) * sampleCount * (1 - 1e-9);
  return counts.flatMap((count, mode) => count >= Math.max(1, least(mode)) ? [mode] : []);
}
