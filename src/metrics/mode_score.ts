import { computeMean } from "./compute_mean.ts";
import { measureConditionalEntropy } from "./conditional_entropy.ts";
import { measureEntropy } from "./entropy.ts";
import type { FeatureMatrix } from "./feature_matrix.ts";
import { measureKlDivergence } from "./kl_divergence.ts";
import { requireProbabilities } from "./require_probabilities.ts";

/**
 * Measures the mode score: exp (mean KL (p(y|x) ‖ p(y)) - KL (p(y) ‖ p*)), the classifier score with a
 * toll for classes that the data has in other shares, p*.
 *
 * Class probabilities [n, k] and class shares [k]; the score is in [0, k], higher is better.
 *
 * The form of Che et al. with p* in place of the inner p(y) equals the classifier score exactly, as
 * Zhou et al. note; this is the form that differs. A class without data that gets samples makes it 0.
 * Cost O(n k).
 *
 * @param probabilities Class probabilities of the samples, rows that sum to 1.
 * @param dataClasses Counts or shares of the classes in the data.
 * @returns The score.
 * @throws {TypeError} If the data does not hold rows × columns finite values, or the classes differ.
 * @throws {RangeError} If a row is no distribution, or a count is negative.
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { measureModeScore } from "./mode_score.ts";
 *
 * const probabilities = { data: Float64Array.of(1, 0, 0, 1), rows: 2, columns: 2 };
 * const toll = 0.5 * Math.log(0.5 / 0.25) + 0.5 * Math.log(0.5 / 0.75);
 * assertAlmostEquals(measureModeScore(probabilities, [1, 3]), 2 * Math.exp(-toll));
 * ```
 *
 * Source: Che et al. 2017, "Mode Regularized GANs", arXiv:1612.02136, section 4.1; Zhou et al. 2018,
 * arXiv:1703.02000, section 5.
 */
export function measureModeScore(
  probabilities: FeatureMatrix,
  dataClasses: ArrayLike<number>,
): number {
  requireProbabilities(probabilities, "measure the mode score of");
  const marginal = computeMean(probabilities);
  const sureness = measureEntropy(marginal) - measureConditionalEntropy(probabilities);
  return Math.exp(sureness - measureKlDivergence(marginal, dataClasses));
}
