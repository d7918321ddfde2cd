import { normalizeCounts } from "./normalize_counts.ts";

/** The share of all samples from which on a class counts as covered: 1 %. */
export const COVERED_SHARE = 0.01;

/**
 * Counts the classes that get at least 1 % of the samples: #{c : count[c] / Σ count >= 0.01}.
 *
 * Counts [k]; the result is a whole number from 1 to k, for k <= 100. Cost O(k).
 *
 * The threshold keeps a judge's few mistakes from covering a class that the generator never draws;
 * a class with one image repeated is covered all the same.
 *
 * @param counts Samples of each class.
 * @returns The number of covered classes.
 * @throws {RangeError} If a count is negative, or if all are 0.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { countCoveredClasses } from "./classes_covered.ts";
 *
 * assertEquals(countCoveredClasses([980, 11, 9]), 2);
 * ```
 *
 * Source: the rule of this project; without a threshold, Metz et al. 2017, arXiv:1611.02163,
 * section 3.3.
 */
export function countCoveredClasses(counts: ArrayLike<number>): number {
  return normalizeCounts(counts).filter((share) => share >= COVERED_SHARE).length;
}
