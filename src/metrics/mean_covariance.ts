import { computeMean } from "./compute_mean.ts";
import { makePairScan } from "./distances/pair_products.ts";
import type { FeatureMatrix } from "./feature_matrix.ts";
import { measureNorms } from "./measure_norms.ts";
import { requireFeatures } from "./require_features.ts";

/** The first two moments of a feature matrix. */
export interface MeanCovariance {
  /** The mean of each feature, [d]. */
  readonly mean: Float64Array;
  /** The unbiased covariance, [d, d] in row-major order, exactly symmetric. */
  readonly covariance: Float64Array;
}

/** So many rows of 16 features, and of 4, stay in the first cache. */
const ROWS_AT_ONCE = 256;

/**
 * Computes the mean and the unbiased covariance of feature rows: m = Σ x / n and
 * S = Σ (x - m)(x - m)ᵀ / (n - 1).
 *
 * Features [n, d], float32 or float64; sums are float64 and centred first (two passes), so a large
 * mean costs no digits. Cost O(n d²): 0.04 s for 10,000 rows of 128 features.
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
  const width = Math.min(ROWS_AT_ONCE, rows);
  const block = { data: new Float64Array(columns * width), rows: columns, columns: width };
  const scanPairs = makePairScan(block, block);
  for (let from = 0; from < rows; from += width) {
    centreBlock(features, { mean, from, block });
    scanPairs(block, block, (i, j, product) => covariance[i * columns + j] += product, {
      isAbove: true,
    });
    measureNorms(block).forEach((norm, i) => covariance[i * columns + i] += norm);
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

/** Fills the block, features by rows, with centred rows from `from` on; rows past the end become 0. */
function centreBlock(
  { data, rows, columns }: FeatureMatrix,
  { mean, from, block }: { mean: Float64Array; from: number; block: FeatureMatrix },
): void {
  const count = Math.min(block.columns, rows - from);
  block.data.fill(0);
  for (let j = 0; j < columns; j++) {
    for (let r = 0; r < count; r++) {
      block.data[j * block.columns + r] = data[(from + r) * columns + j] - mean[j];
    }
  }
}
