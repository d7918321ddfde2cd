import * as tf from "@tensorflow/tfjs";

/**
 * The gradient by an input that was broadcast: the sum over the axes along which it was repeated.
 *
 * @param gradient The gradient by the broadcast input.
 * @param shape The shape of the input itself.
 * @returns A tensor of that shape.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import * as tf from "@tensorflow/tfjs";
 * import { sumToShape } from "./sum_to_shape.ts";
 *
 * tf.setBackend("cpu");
 * assertEquals([...sumToShape(tf.ones([3, 2]), [1, 2]).dataSync()], [3, 3]);
 * ```
 */
export function sumToShape(gradient: tf.Tensor, shape: number[]): tf.Tensor {
  if (tf.util.arraysEqual(gradient.shape, shape)) return gradient;
  const axes = tf.broadcast_util.getReductionAxes(shape, gradient.shape);
  return tf.reshape(axes.length > 0 ? tf.sum(gradient, axes) : gradient, shape);
}
