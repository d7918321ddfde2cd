import * as tf from "@tensorflow/tfjs";

/**
 * The largest of each unit's linear pieces.
 *
 * @param x `[n, pieces * units]`: the first piece of every unit, then the second, and so on.
 * @param pieces How many a unit has, >= 1.
 * @returns `[n, units]`. Where pieces are equal, they share the gradient.
 *
 * Source: Goodfellow et al. 2013, "Maxout Networks", section 3.
 */
export function applyMaxout(x: tf.Tensor, pieces: number): tf.Tensor {
  const [count, width] = x.shape;
  return tf.max(tf.reshape(x, [count, pieces, width / pieces]), 1);
}
