import * as tf from "@tensorflow/tfjs";
import type { DrawKey } from "../engine/random.ts";
import { drawParameter, keyOf } from "./initialize.ts";
import type { Parameters } from "./network.ts";

/**
 * Parameters of a dense layer, y = x W + b.
 *
 * @param key Names the draw.
 * @param name Prefix of the parameters: `<name>/kernel` [inputs, outputs], `<name>/bias` [outputs] of zeros.
 * @param options Sizes, the kernel's standard deviation, and `bias: false` for a layer that is normalised next.
 */
export function initDense(
  key: DrawKey,
  name: string,
  options: { inputs: number; outputs: number; standardDeviation: number; bias?: boolean },
): Parameters {
  const { inputs, outputs, standardDeviation, bias = true } = options;
  const kernel = `${name}/kernel`;
  return {
    [kernel]: drawParameter(keyOf(key, kernel), [inputs, outputs], standardDeviation),
    ...(bias ? { [`${name}/bias`]: tf.zeros([outputs]) } : {}),
  };
}

/**
 * Applies a dense layer.
 *
 * @param parameters Holds the layer's parameters.
 * @param name Their prefix.
 * @param x `[n, inputs]`.
 * @returns `[n, outputs]`.
 */
export function applyDense(parameters: Parameters, name: string, x: tf.Tensor): tf.Tensor {
  const product = tf.matMul(x as tf.Tensor2D, parameters[`${name}/kernel`] as tf.Tensor2D);
  const bias = parameters[`${name}/bias`];
  return bias === undefined ? product : tf.add(product, bias);
}
