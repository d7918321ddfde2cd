import * as tf from "@tensorflow/tfjs";
import type { KernelCall } from "./kernel.ts";

interface PoolingAttributes {
  readonly filterSize: number | [number, number];
  readonly strides: number | [number, number];
  readonly pad: "valid" | "same";
}

/**
 * The gradient of the gradient of max-pooling, which the wasm backend lacks: reads from where each window has its maximum.
 *
 * @param call `input` [n, height, width, c] of the pooling, and `gradient` in its shape; `filterSize`, `strides`, `pad`.
 * @returns `[n, height', width', c]`.
 */
export function maxPoolGradGrad(
  { inputs, attrs }: KernelCall<"input" | "gradient", PoolingAttributes>,
): tf.Tensor {
  const { input, gradient } = inputs;
  const { filterSize, strides, pad } = attrs;
  return tf.tidy(() => {
    const { indexes } = tf.maxPoolWithArgmax(input as tf.Tensor4D, filterSize, strides, pad, true);
    const values = tf.gather(tf.reshape(gradient, [-1]), tf.reshape(indexes, [-1]));
    return tf.reshape(values, indexes.shape);
  });
}
