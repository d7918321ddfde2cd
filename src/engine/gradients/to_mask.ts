import * as tf from "@tensorflow/tfjs";

/**
 * Ones where a condition holds and zeros elsewhere, to multiply a gradient with.
 *
 * @param condition A bool tensor.
 * @returns float32 of the same shape.
 */
export function toMask(condition: tf.Tensor): tf.Tensor {
  return tf.cast(condition, "float32");
}
