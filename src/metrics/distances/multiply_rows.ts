import type { FeatureMatrix } from "../feature_matrix.ts";

/**
 * Multiplies all rows of x [n, d] with all rows of y [m, d]: x yᵀ, [n, m], row by row.
 *
 * Each dot product is summed in float32 from factors that are not rounded, in any order, fused or not;
 * what is below float32's range may count as 0. An engine that rounds factors (TensorFloat-32, bfloat16)
 * is none: a search for neighbours misses some with it.
 */
export type MultiplyRows = (
  x: FeatureMatrix<Float32Array>,
  y: FeatureMatrix<Float32Array>,
) => Float32Array;
