import { computeMean } from "./compute_mean.ts";
import { measureConditionalEntropy } from "./conditional_entropy.ts";
import { measureEntropy } from "./entropy.ts";
import type { FeatureMatrix } from "./feature_matrix.ts";
import { requireProbabilities } from "./require_probabilities.ts";

/** The classifier score over splits. */
export interface ClassifierScore {
  /** Mean over the splits, in [1, number of classes]. */
  readonly mean: number;
  /** Population standard deviation over the splits; 0 for one. */
  readonly sd: number;
  /** The score of each split. */
  readonly values: readonly number[];
}

/** Options of `measureClassifierScore()`. */
export interface ClassifierScoreOptions {
  /** Number of consecutive parts that are scored each for itself; 1 unless given, 10 in papers. */
  readonly splits?: number;
}

/**
 * Measures the classifier score, as the Inception Score is computed: exp of the mean of
 * KL (p(y|x) ‖ p(y)), which is exp (H(p(y)) - mean H(p(y|x))).
 *
 * Class probabilities [n, k]; the score is in [1, k], higher is better: sure of every sample, and
 * all classes equally often. Split i of s holds rows ⌊i n / s⌋ to ⌊(i + 1) n / s⌋, not shuffled.
 *
 * It never looks at the data: a generator that draws one perfect image of each class gets the best
 * score, and one that the classifier is wrongly sure of gets a good one. Small splits score too low.
 * With a judge of our own it is no published Inception Score. Cost O(n k).
 *
 * @param probabilities Class probabilities of the samples, rows that sum to 1.
 * @param options The number of splits.
 * @returns Mean, standard deviation and values.
 * @throws {TypeError} If the data does not hold rows × columns finite values.
 * @throws {RangeError} If a row is no distribution, or there are more splits than rows.
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { measureClassifierScore } from "./classifier_score.ts";
 *
 * const probabilities = { data: Float64Array.of(1, 0, 0, 1), rows: 2, columns: 2 };
 * assertAlmostEquals(measureClassifierScore(probabilities).mean, 2);
 * ```
 *
 * Source: Salimans et al. 2016, "Improved Techniques for Training GANs", arXiv:1606.03498,
 * section 4; pitfalls: Barratt & Sharma 2018, arXiv:1801.01973.
 */
export function measureClassifierScore(
  probabilities: FeatureMatrix,
  { splits = 1 }: ClassifierScoreOptions = {},
): ClassifierScore {
  requireProbabilities(probabilities, "measure the classifier score of");
  const { data, rows, columns } = probabilities;
  if (!(Number.isInteger(splits) && splits >= 1 && splits <= rows)) {
    throw new RangeError(
      `Cannot measure the classifier score of "${rows}" rows in "${splits}" splits: a whole number ` +
        `from 1 to ${rows} is wanted`,
    );
  }
  const values = Array.from({ length: splits }, (_, i) => {
    const from = Math.floor(i * rows / splits), to = Math.floor((i + 1) * rows / splits);
    const part = { data: data.subarray(from * columns, to * columns), rows: to - from, columns };
    return Math.exp(measureEntropy(computeMean(part)) - measureConditionalEntropy(part));
  });
  const mean = values.reduce((total, value) => total + value, 0) / splits;
  const variance = values.reduce((total, value) => total + (value - mean) ** 2, 0) / splits;
  return { mean, sd: Math.sqrt(variance), values };
}
