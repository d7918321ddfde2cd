/**
 * Finds a quantile of sorted values with linear interpolation between neighbours, as NumPy and R
 * (type 7) do by default.
 *
 * @param sorted At least 1 value, ascending.
 * @param probability In [0, 1].
 * @returns The quantile.
 * @throws {RangeError} If there is no value, or the probability is outside [0, 1].
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { findQuantile } from "./quantile.ts";
 *
 * assertEquals(findQuantile([1, 2, 4], 0.75), 3);
 * ```
 *
 * Source: Hyndman & Fan 1996, "Sample quantiles in statistical packages", definition 7.
 */
export function findQuantile(sorted: ArrayLike<number>, probability: number): number {
  if (sorted.length === 0 || !(probability >= 0 && probability <= 1)) {
    throw new RangeError(
      `Cannot find the quantile "${probability}" of ${sorted.length} values: ` +
        `a probability in [0, 1] and at least 1 value are wanted`,
    );
  }
  const place = probability * (sorted.length - 1);
  const below = Math.floor(place), above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
}
