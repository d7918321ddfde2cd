/**
 * Computes Cliff's delta: the share of pairs (one value of each group) in which the first is larger,
 * minus the share in which it is smaller.
 *
 * 1 when every first value is above every second, 0 when neither group is ahead, -1 the other way
 * round. Unlike a difference of means it needs no unit and no normality; it does not say how far
 * the groups are apart.
 *
 * @param first At least 1 value.
 * @param second At least 1 value.
 * @returns Delta, in [-1, 1].
 * @throws {RangeError} If a group is empty.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { computeDominance } from "./dominance.ts";
 *
 * assertEquals(computeDominance([2, 3], [1, 2]), 0.75);
 * ```
 *
 * Source: Cliff 1993, "Dominance statistics: ordinal analyses to answer ordinal questions".
 */
export function computeDominance(first: readonly number[], second: readonly number[]): number {
  if (first.length === 0 || second.length === 0) {
    throw new RangeError(
      `Cannot compare groups of "${first.length} and ${second.length}" values: ` +
        `at least 1 is wanted in each`,
    );
  }
  let signs = 0;
  for (const one of first) for (const other of second) signs += Math.sign(one - other);
  return signs / (first.length * second.length);
}
