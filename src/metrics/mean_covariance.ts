import { computeMean } from "./compute_mean.ts";
import type { FeatureMatrix } from "./feature_matrix.ts";
import { requireFeatures } from "./require_features.ts";

/** The first two moments of a feature matrix. */
export interface MeanCovariance {
  /** The mean of each feature, [d]. */
  readonly mean: Float64Array;
  /** The unbiased covariance, [d, d] in row-major order, exactly symmetric. */
  readonly covariance: Float64Array;
}

const ROWS_AT_ONCE = 4;

/**
 * Computes the mean and the unbiased covariance of feature rows: m = Σ x / n and
 * S = Σ (x - m)(x - m)ᵀ / (n - 1).
 *
 * Features [n, d], float32 or float64; sums are float64 and centred first (two passes), so a large
 * mean costs no digits. Cost O(n d²): 0.06 s for 10,000 rows of 128 features.
 *
 * With n <= d the covariance is singular: rank n - 1 at most.
 *
 * @param features The rows; at least 2.
 * @returns The mean [d] and the covariance [d, d].
 * @throws {TypeError} If the data does not hold rows × columns values, or holds NaN or Infinity.
 * @throws {RangeError} If there are fewer than 2 rows.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { computeMeanCovariance } from "./mean_covariance.ts";
 *
 * const data = Float64Array.of(0, 0, 2, 4);
 * const { mean, covariance } = computeMeanCovariance({ data, rows: 2, columns: 2 });
 * assertEquals([...mean], [1, 2]);
 * assertEquals([...covariance], [2, 4, 4, 8]);
 * ```
 */
export function computeMeanCovariance(features: FeatureMatrix): MeanCovariance {
  const { rows, columns } = features;
  requireFeatures(features, "compute the covariance of", { minRows: 2 });
  const mean = computeMean(features);
  const covariance = new Float64Array(columns * columns);
  const block = new Float64Array(ROWS_AT_ONCE * columns);
  for (let row = 0; row < rows; row += ROWS_AT_ONCE) {
    centreRows(features, { mean, row, block });
    addOuterProducts(covariance, block);
  }
  for (let i = 0; i < columns; i++) {
    for (let j = i; j < columns; j++) {
      const value = covariance[i * columns + j] / (rows - 1);
      covariance[i * columns + j] = value;
      covariance[j * columns + i] = value;
    }
  }
  return { mean, covariance };
}

/** Fills the block with centred rows from `row` on; rows past the end become 0. */
function centreRows(
  { data, rows, columns }: FeatureMatrix,
  { mean, row, block }: { mean: Float64Array; row: number; block: Float64Array },
): void {
  const count = Math.min(ROWS_AT_ONCE, rows - row);
  block.fill(0, count * columns);
  for (let r = 0; r < count; r++) {
    const from = (row + r) * columns;
    for (let j = 0; j < columns; j++) block[r * columns + j] = data[from + j] - mean[j];
  }
}

/**
 * Adds the block's four outer products to the upper triangle: one read and write of it for four
 * rows.
 */
function addOuterProducts(covariance: Float64Array, block: Float64Array): void {
  const d = block.length / ROWS_AT_ONCE;
  const second = d, third = 2 * d, fourth = 3 * d;
  for (let i = 0; i < d; i++) {
    const x = block[i], y = block[second + i], z = block[third + i], w = block[fourth + i];
    for (let j = i, at = i * d + i; j < d; j++, at++) {
      covariance[at] += x * block[j] + y * block[second + j] + z * block[third + j] +
        w * block[fourth + j];
    }
  }
}
