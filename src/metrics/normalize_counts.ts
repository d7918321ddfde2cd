/**
 * Turns counts into shares: p[i] = count[i] / Σ count.
 *
 * Counts or weights [k], finite and >= 0, with a sum > 0; the shares sum to 1 up to rounding. Cost
 * O(k).
 *
 * @param counts The counts, or any weights.
 * @returns The shares, [k].
 * @throws {RangeError} If a count is negative or not finite, or if all are 0.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { normalizeCounts } from "./normalize_counts.ts";
 *
 * assertEquals(normalizeCounts([1, 3]), [0.25, 0.75]);
 * ```
 */
export function normalizeCounts(counts: ArrayLike<number>): number[] {
  let total = 0;
  for (let i = 0; i < counts.length; i++) {
    if (!(counts[i] >= 0 && counts[i] < Infinity)) {
      throw new RangeError(
        `Cannot normalize "counts[${i}]": value is ${counts[i]}; a finite number >= 0 is wanted`,
      );
    }
    total += counts[i];
  }
  if (total === 0) {
    throw new RangeError(
      `Cannot normalize "counts": their sum over ${counts.length} bins is 0; a sum > 0 is wanted`,
    );
  }
  return Array.from(counts, (count) => count / total);
}
