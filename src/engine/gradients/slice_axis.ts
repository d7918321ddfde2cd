import * as tf from "@tensorflow/tfjs";

/**
 * A run of entries along one axis.
 *
 * @param x Any tensor.
 * @param axis An axis of it, counted from 0.
 * @param begin The first entry.
 * @param count How many.
 */
export function sliceAxis(x: tf.Tensor, axis: number, begin: number, count: number): tf.Tensor {
  const begins = x.shape.map((_, index) => index === axis ? begin : 0);
  return tf.slice(x, begins, x.shape.map((size, index) => index === axis ? count : size));
}
