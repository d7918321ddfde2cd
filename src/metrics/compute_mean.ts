import type { FeatureMatrix } from "./feature_matrix.ts";

/**
 * Computes the mean of each feature, summed row by row.
 *
 * @param features The rows, [n, d]; at least 1.
 * @returns The mean row, [d].
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { computeMean } from "./compute_mean.ts";
 *
 * const features = { data: Float64Array.of(1, 2, 3, 6), rows: 2, columns: 2 };
 * assertEquals([...computeMean(features)], [2, 4]);
 * ```
 */
export function computeMean({ data, rows, columns }: FeatureMatrix): Float64Array {
  const mean = new Float64Array(columns);
  for (let row = 0, offset = 0; row < rows; row++) {
    for (let j = 0; j < columns; j++, offset++) mean[j] += data[offset];
  }
  return mean.map((total) => total / rows);
}
