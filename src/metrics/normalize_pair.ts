import { normalizeCounts } from "./normalize_counts.ts";

/**
 * Turns two histograms over the same bins into shares, so that they can be compared bin by bin.
 *
 * Counts or weights [k] and [k]; each result sums to 1 up to rounding. Cost O(k).
 *
 * @param p Counts of the one histogram.
 * @param q Counts of the other.
 * @returns The shares of both.
 * @throws {TypeError} If the histograms differ in their number of bins.
 * @throws {RangeError} If a count is negative or not finite, or if all of one side are 0.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { normalizePair } from "./normalize_pair.ts";
 *
 * assertEquals(normalizePair([1, 3], [2, 2]), [[0.25, 0.75], [0.5, 0.5]]);
 * ```
 */
export function normalizePair(
  p: ArrayLike<number>,
  q: ArrayLike<number>,
): readonly [number[], number[]] {
  if (p.length !== q.length) {
    throw new TypeError(
      `Cannot compare histograms "[${p.length}]" and "[${q.length}]": their bins differ; ` +
        `equal numbers of bins are wanted`,
    );
  }
  return [normalizeCounts(p), normalizeCounts(q)];
}
