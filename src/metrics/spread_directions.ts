import type { FeatureMatrix } from "./feature_matrix.ts";

/**
 * Spreads directions evenly over the half circle, at angles (i + ½) π / count: for points in the plane
 * they average better than as many random ones, and are the same for all sets.
 *
 * @param count Number of directions, >= 1.
 * @returns One direction a row, of length 1 up to rounding, [count, 2].
 * @throws {RangeError} If the count is not a whole number >= 1.
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { spreadDirections } from "./spread_directions.ts";
 *
 * const { data } = spreadDirections(2);
 * assertAlmostEquals(data[0] * data[2] + data[1] * data[3], 0);
 * ```
 */
export function spreadDirections(count: number): FeatureMatrix {
  if (!(Number.isInteger(count) && count >= 1)) {
    throw new RangeError(`Cannot spread "${count}" directions: a whole number >= 1 is wanted`);
  }
  const data = new Float64Array(2 * count);
  for (let i = 0; i < count; i++) {
    const angle = (i + 0.5) * Math.PI / count;
    data[2 * i] = Math.cos(angle);
    data[2 * i + 1] = Math.sin(angle);
  }
  return { data, rows: count, columns: 2 };
}
