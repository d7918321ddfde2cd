import { computeMean } from "./compute_mean.ts";
import { measureConditionalEntropy } from "./conditional_entropy.ts";
import type { FeatureMatrix } from "./feature_matrix.ts";
import { measureKlDivergence } from "./kl_divergence.ts";
import { requireProbabilities } from "./require_probabilities.ts";

/**
 * Measures the AM score (activation maximisation) in nats: KL (p* ‖ p(y)) + mean H(p(y|x)).
 *
 * Class probabilities [n, k] and class shares p* of the data [k]; the score is in [0, ∞], lower is
 * better: sure of every sample, and classes in the shares of the data.
 *
 * It mends the classifier score for data whose classes are not equally frequent. Infinity if a
 * class of the data gets no probability at all. Cost O(n k).
 *
 * @param probabilities Class probabilities of the samples, rows that sum to 1.
 * @param dataClasses Counts or shares of the classes in the data.
 * @returns The score in nats.
 * @throws {TypeError} If the data does not hold rows × columns finite values, or the classes differ.
 * @throws {RangeError} If a row is no distribution, or a count is negative.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { measureAmScore } from "./am_score.ts";
 *
 * const probabilities = { data: Float64Array.of(1, 0, 0, 1), rows: 2, columns: 2 };
 * assertEquals(measureAmScore(probabilities, [5, 5]), 0);
 * assertEquals(measureAmScore({ ...probabilities, data: Float64Array.of(1, 0, 1, 0) }, [5, 5]), Infinity);
 * ```
 *
 * Source: Zhou et al. 2018, "Activation Maximization Generative Adversarial Nets",
 * arXiv:1703.02000, section 5.
 */
export function measureAmScore(
  probabilities: FeatureMatrix,
  dataClasses: ArrayLike<number>,
): number {
  requireProbabilities(probabilities, "measure the AM score of");
  const imbalance = measureKlDivergence(dataClasses, computeMean(probabilities));
  return imbalance + measureConditionalEntropy(probabilities);
}
