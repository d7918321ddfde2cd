/**
 * Measures the share of right answers.
 *
 * @param predictions The predicted class of each row.
 * @param labels Its true class.
 * @returns The share, in [0, 1].
 * @throws {TypeError} If there are not as many labels as predictions.
 * @throws {RangeError} If there is none.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { measureAccuracy } from "./measure_accuracy.ts";
 *
 * assertEquals(measureAccuracy([1, 0, 2, 2], [1, 0, 2, 0]), 0.75);
 * ```
 */
export function measureAccuracy(predictions: ArrayLike<number>, labels: ArrayLike<number>): number {
  if (predictions.length !== labels.length) {
    throw new TypeError(
      `Cannot measure the accuracy of "${predictions.length}" predictions: there are ` +
        `${labels.length} labels; as many are wanted`,
    );
  }
  if (labels.length === 0) {
    throw new RangeError(`Cannot measure the accuracy of "0" predictions: at least 1 is wanted`);
  }
  let right = 0;
  for (let i = 0; i < labels.length; i++) right += Number(predictions[i] === labels[i]);
  return right / labels.length;
}
