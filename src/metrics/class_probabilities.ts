import type { FeatureMatrix } from "./feature_matrix.ts";
import { requireFeatures } from "./require_features.ts";

/**
 * Computes class probabilities from a classifier's logits: p = exp (logit) / Σ exp (logit), in float64.
 *
 * Logits [n, k]; rows of the result sum to 1 up to rounding. The largest logit is subtracted first, so
 * that nothing overflows; a class more than 745 below it gets 0. Cost O(n k).
 *
 * @param logits One row a sample.
 * @returns The probabilities, [n, k].
 * @throws {TypeError} If the logits hold NaN or Infinity.
 * @throws {RangeError} If there is no row.
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { computeProbabilities } from "./class_probabilities.ts";
 *
 * const logits = { data: Float32Array.of(1000, 1000), rows: 1, columns: 2 };
 * assertAlmostEquals(computeProbabilities(logits).data[0], 0.5);
 * ```
 *
 * Source: Bridle 1990, "Training stochastic model recognition algorithms as networks", eq. 3.
 */
export function computeProbabilities(logits: FeatureMatrix): FeatureMatrix {
  requireFeatures(logits, "compute the probabilities of");
  const { rows, columns } = logits;
  const data = Float64Array.from(logits.data);
  for (let row = 0; row < rows; row++) {
    const scores = data.subarray(row * columns, (row + 1) * columns);
    const largest = scores.reduce((most, score) => Math.max(most, score));
    const total = scores.reduce((sum, score) => sum + Math.exp(score - largest), 0);
    scores.forEach((score, k) => scores[k] = Math.exp(score - largest) / total);
  }
  return { data, rows, columns };
}
