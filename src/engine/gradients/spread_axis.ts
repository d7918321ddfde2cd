import * as tf from "@tensorflow/tfjs";
import { padAxis } from "./pad_axis.ts";
import { sliceAxis } from "./slice_axis.ts";

/**
 * Puts `step` - 1 zeros between the entries of one axis; what a strided slice with that step undoes.
 *
 * @param x Any tensor.
 * @param axis An axis of it with n > 0 entries, counted from 0.
 * @param step An integer >= 1.
 * @returns A tensor with (n - 1) step + 1 entries along the axis.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import * as tf from "@tensorflow/tfjs";
 * import { spreadAxis } from "./spread_axis.ts";
 *
 * tf.setBackend("cpu");
 * assertEquals([...spreadAxis(tf.tensor([1, 2, 3]), 0, 2).dataSync()], [1, 0, 2, 0, 3]);
 * ```
 */
export function spreadAxis(x: tf.Tensor, axis: number, step: number): tf.Tensor {
  if (step === 1) return x;
  const count = x.shape[axis];
  const padded = padAxis(tf.expandDims(x, axis + 1), axis + 1, 0, step - 1);
  const shape = x.shape.map((size, index) => index === axis ? size * step : size);
  return sliceAxis(tf.reshape(padded, shape), axis, 0, (count - 1) * step + 1);
}
