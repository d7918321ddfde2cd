import type { FeatureMatrix } from "./feature_matrix.ts";

/**
 * Subtracts one row from all: distances stay, and ‖x‖² + ‖y‖² - 2 x·y keeps its digits when the mean
 * was large.
 *
 * @param features The rows, [n, d].
 * @param centre What is subtracted, [d].
 * @returns The shifted rows, float64.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { centreRows } from "./centre_rows.ts";
 *
 * const features = { data: Float32Array.of(1, 2, 3, 4), rows: 2, columns: 2 };
 * assertEquals([...centreRows(features, [1, 1]).data], [0, 1, 2, 3]);
 * ```
 */
export function centreRows(
  { data, rows, columns }: FeatureMatrix,
  centre: ArrayLike<number>,
): FeatureMatrix {
  const shifted = new Float64Array(data.length);
  for (let i = 0; i < data.length; i++) shifted[i] = data[i] - centre[i % columns];
  return { data: shifted, rows, columns };
}
