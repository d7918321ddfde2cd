import * as tf from "@tensorflow/tfjs";

/**
 * Zeros before and after the entries of one axis.
 *
 * @param x Any tensor.
 * @param axis An axis of it, counted from 0.
 * @param before How many entries in front.
 * @param after How many behind.
 */
export function padAxis(x: tf.Tensor, axis: number, before: number, after: number): tf.Tensor {
  if (before === 0 && after === 0) return x;
  return tf.pad(x, x.shape.map((_, index) => index === axis ? [before, after] : [0, 0]));
}
