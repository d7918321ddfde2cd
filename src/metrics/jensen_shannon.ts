import { measureKlDivergence } from "./kl_divergence.ts";
import { normalizePair } from "./normalize_pair.ts";

/**
 * Measures the Jensen-Shannon divergence of two histograms in nats: (KL(p‖m) + KL(q‖m)) / 2, m = (p
 * + q) / 2.
 *
 * Counts [k] and [k], each divided by its sum; the result is in [0, ln 2], symmetric and always
 * finite. Cost O(k).
 *
 * This is the divergence; SciPy's `jensenshannon` returns its square root, the distance.
 *
 * @param p Counts of the one histogram.
 * @param q Counts of the other.
 * @returns The divergence in nats.
 * @throws {TypeError} If the histograms differ in their number of bins.
 * @throws {RangeError} If a count is negative, or if all of one side are 0.
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { measureJensenShannon } from "./jensen_shannon.ts";
 *
 * assertAlmostEquals(measureJensenShannon([1, 0], [0, 9]), Math.log(2));
 * ```
 *
 * Source: Lin 1991, "Divergence measures based on the Shannon entropy", eq. 4.1.
 */
export function measureJensenShannon(p: ArrayLike<number>, q: ArrayLike<number>): number {
  const [first, second] = normalizePair(p, q);
  const middle = first.map((share, bin) => (share + second[bin]) / 2);
  return (measureKlDivergence(first, middle) + measureKlDivergence(second, middle)) / 2;
}
