import type { FeatureMatrix } from "./feature_matrix.ts";
import { requireFeatures } from "./require_features.ts";

/** How far a row's sum may be from 1: far more than a softmax in float32 leaves. */
const SUM_TOLERANCE = 1e-3;

/**
 * Refuses rows that are no class probabilities.
 *
 * @param probabilities One row a sample, one column a class.
 * @param action What was wanted of them, such as "measure the classifier score of".
 * @throws {TypeError} If the data does not hold rows × columns finite values.
 * @throws {RangeError} If there is no row, a value is negative, or a row does not sum to 1 ± 0.001.
 * @example
 * ```ts
 * import { assertThrows } from "@std/assert";
 * import { requireProbabilities } from "./require_probabilities.ts";
 *
 * const logits = { data: Float64Array.of(3, 1), rows: 1, columns: 2 };
 * assertThrows(() => requireProbabilities(logits, "score"), RangeError, "row 0 sums to 4");
 * ```
 */
export function requireProbabilities(probabilities: FeatureMatrix, action: string): void {
  requireFeatures(probabilities, action);
  const { data, rows, columns } = probabilities;
  const refusal = `Cannot ${action} probabilities "[${rows}, ${columns}]"`;
  for (let row = 0, at = 0; row < rows; row++) {
    let sum = 0;
    for (let k = 0; k < columns; k++, at++) {
      if (data[at] < 0) {
        throw new RangeError(
          `${refusal}: row ${row}, column ${k} is ${data[at]}; values >= 0 are wanted`,
        );
      }
      sum += data[at];
    }
    if (Math.abs(sum - 1) > SUM_TOLERANCE) {
      throw new RangeError(`${refusal}: row ${row} sums to ${sum}; a sum of 1 is wanted`);
    }
  }
}
