import { normalizePair } from "./normalize_pair.ts";

/**
 * Measures the Kullback-Leibler divergence of two histograms in nats: KL(p‖q) = Σ p ln (p / q),
 * with 0 ln 0 = 0.
 *
 * Counts [k] and [k], each divided by its sum; the result is in [0, ∞]. Cost O(k).
 *
 * It is not symmetric, and Infinity as soon as q lacks a bin that p has.
 *
 * @param p Counts of the first histogram.
 * @param q Counts, or weights, of the second.
 * @returns The divergence in nats.
 * @throws {TypeError} If the histograms differ in their number of bins.
 * @throws {RangeError} If a count is negative, or if all of one side are 0.
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { measureKlDivergence } from "./kl_divergence.ts";
 *
 * assertAlmostEquals(measureKlDivergence([4, 0], [1, 1]), Math.log(2));
 * ```
 *
 * Source: Cover & Thomas, Elements of Information Theory, eq. 2.26.
 */
export function measureKlDivergence(p: ArrayLike<number>, q: ArrayLike<number>): number {
  const [first, second] = normalizePair(p, q);
  let divergence = 0;
  first.forEach((share, bin) => {
    if (share > 0) divergence += share * Math.log(share / second[bin]);
  });
  return Math.max(0, divergence);
}
