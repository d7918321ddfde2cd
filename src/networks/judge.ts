import * as tf from "@tensorflow/tfjs";
import type { DrawKey } from "../engine/random.ts";
import { applyDense, initDense } from "./dense.ts";
import { drawParameter, keyOf } from "./initialize.ts";
import type { Parameters } from "./network.ts";

const KERNEL_SIZE = 5;
const CHANNELS = [1, 16, 32] as const;
const CLASS_COUNT = 10;

/** Width of the penultimate layer, the space in which samples are compared. */
export const JUDGE_FEATURE_COUNT = 128;

/** Standard deviation sqrt(2 / fan-in). Source: He et al. 2015, "Delving Deep into Rectifiers", eq. 10. */
function he(inputs: number): number {
  return Math.sqrt(2 / inputs);
}

/**
 * Draws the judge's initial parameters for images of a side divisible by 4.
 *
 * @param key Names the draw.
 * @param size The side, in pixels.
 */
export function initJudge(key: DrawKey, size: number): Parameters {
  const flat = (size / 4) ** 2 * CHANNELS[2];
  return {
    ...initConvolution(key, 1),
    ...initConvolution(key, 2),
    ...initDense(key, "judge/dense", {
      inputs: flat,
      outputs: JUDGE_FEATURE_COUNT,
      standardDeviation: he(flat),
    }),
    ...initDense(key, "judge/logits", {
      inputs: JUDGE_FEATURE_COUNT,
      outputs: CLASS_COUNT,
      standardDeviation: he(JUDGE_FEATURE_COUNT),
    }),
  };
}

/**
 * The classifier that judges samples: two 5x5 convolutions with max-pooling, a dense layer, and ten logits.
 *
 * @param parameters As {@linkcode initJudge} made them.
 * @param images `[n, size, size, 1]` in [-1, 1].
 * @returns `features`: the penultimate layer after ReLU, [n, 128]; `logits`: [n, 10].
 */
export function applyJudge(
  parameters: Parameters,
  images: tf.Tensor,
): { features: tf.Tensor; logits: tf.Tensor } {
  const map = applyConvolution(parameters, 2, applyConvolution(parameters, 1, images));
  const flat = tf.reshape(map, [images.shape[0], -1]);
  const features = tf.relu(applyDense(parameters, "judge/dense", flat));
  return { features, logits: applyDense(parameters, "judge/logits", features) };
}

function initConvolution(key: DrawKey, layer: 1 | 2): Parameters {
  const [inputs, outputs] = [CHANNELS[layer - 1], CHANNELS[layer]];
  const kernel = `judge/conv_${layer}/kernel`;
  const shape = [KERNEL_SIZE, KERNEL_SIZE, inputs, outputs];
  return {
    [kernel]: drawParameter(keyOf(key, kernel), shape, he(KERNEL_SIZE ** 2 * inputs)),
    [`judge/conv_${layer}/bias`]: tf.zeros([outputs]),
  };
}

function applyConvolution(parameters: Parameters, layer: 1 | 2, x: tf.Tensor): tf.Tensor {
  const kernel = parameters[`judge/conv_${layer}/kernel`] as tf.Tensor4D;
  const output = tf.conv2d(x as tf.Tensor4D, kernel, 1, "same");
  const active = tf.relu(tf.add(output, parameters[`judge/conv_${layer}/bias`]));
  return tf.maxPool(active as tf.Tensor4D, 2, 2, "same");
}
