import type { FeatureMatrix } from "./feature_matrix.ts";

/**
 * Measures the mean entropy of rows of class probabilities in nats: mean of -Σ p ln p, with
 * 0 ln 0 = 0.
 *
 * Probabilities [n, k]; the result is in [0, ln k]: 0 where the classifier is sure of every sample.
 *
 * @param probabilities Rows that sum to 1; at least 1.
 * @returns The mean entropy.
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { measureConditionalEntropy } from "./conditional_entropy.ts";
 *
 * const probabilities = { data: Float64Array.of(0.5, 0.5, 1, 0), rows: 2, columns: 2 };
 * assertAlmostEquals(measureConditionalEntropy(probabilities), Math.log(2) / 2);
 * ```
 */
export function measureConditionalEntropy({ data, rows }: FeatureMatrix): number {
  let entropy = 0;
  for (const p of data) {
    if (p > 0) entropy -= p * Math.log(p);
  }
  return Math.max(0, entropy / rows);
}
