import { normalizePair } from "./normalize_pair.ts";

/**
 * Measures the total variation distance of two histograms: ½ Σ |p - q|.
 *
 * Counts [k] and [k], each divided by its sum; the result is in [0, 1], symmetric: the share of the
 * one that has to move for it to become the other. Cost O(k).
 *
 * Finite samples of one law are at about √(k / n) / 2, not at 0.
 *
 * @param p Counts of the one histogram.
 * @param q Counts of the other.
 * @returns The distance.
 * @throws {TypeError} If the histograms differ in their number of bins.
 * @throws {RangeError} If a count is negative, or if all of one side are 0.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { measureTotalVariation } from "./total_variation.ts";
 *
 * assertEquals(measureTotalVariation([1, 1], [3, 1]), 0.25);
 * ```
 *
 * Source: Levin, Peres & Wilmer 2009, "Markov Chains and Mixing Times", proposition 4.2.
 */
export function measureTotalVariation(p: ArrayLike<number>, q: ArrayLike<number>): number {
  const [first, second] = normalizePair(p, q);
  return first.reduce((total, share, bin) => total + Math.abs(share - second[bin]), 0) / 2;
}
