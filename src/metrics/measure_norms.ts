import type { FeatureMatrix } from "./feature_matrix.ts";

/**
 * Measures the squared length of each row: Σ x².
 *
 * Summed feature by feature as `scanPairProducts()` sums, so that ‖x‖² + ‖y‖² - 2 x·y is exactly 0 for
 * equal rows.
 *
 * @param features The rows, [n, d].
 * @returns Their squared lengths, [n].
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { measureNorms } from "./measure_norms.ts";
 *
 * const features = { data: Float64Array.of(3, 4, 0, 2), rows: 2, columns: 2 };
 * assertEquals([...measureNorms(features)], [25, 4]);
 * ```
 */
export function measureNorms({ data, rows, columns }: FeatureMatrix): Float64Array {
  const norms = new Float64Array(rows);
  for (let row = 0, at = 0; row < rows; row++) {
    for (let k = 0; k < columns; k++, at++) norms[row] += data[at] * data[at];
  }
  return norms;
}
