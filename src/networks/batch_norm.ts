import * as tf from "@tensorflow/tfjs";
import type { Parameters } from "./network.ts";

/** Added to the variance, as in the paper's algorithm 1. */
const EPSILON = 1e-5;

/** Parameters of batch normalisation: `<name>/gain` of ones and `<name>/offset` of zeros, [channels]. */
export function initBatchNorm(name: string, channels: number): Parameters {
  return { [`${name}/gain`]: tf.ones([channels]), [`${name}/offset`]: tf.zeros([channels]) };
}

/**
 * Normalises each channel by the mean and (biased) variance of this batch, then scales and shifts it.
 *
 * The batch's own statistics are used when samples are drawn too, so a sample depends a little on those drawn with it;
 * Assay draws in batches of fixed size.
 *
 * @param parameters Holds gain and offset.
 * @param name Their prefix.
 * @param x `[n, channels]` or `[n, height, width, channels]`; n > 1.
 * @returns A tensor of x's shape.
 *
 * Source: Ioffe & Szegedy 2015, "Batch Normalization", algorithm 1.
 */
export function applyBatchNorm(parameters: Parameters, name: string, x: tf.Tensor): tf.Tensor {
  const axes = x.shape.slice(0, -1).map((_, axis) => axis);
  const centred = tf.sub(x, tf.mean(x, axes, true));
  const variance = tf.mean(tf.mul(centred, centred), axes, true);
  const normalised = tf.mul(centred, tf.rsqrt(tf.add(variance, EPSILON)));
  return tf.add(tf.mul(normalised, parameters[`${name}/gain`]), parameters[`${name}/offset`]);
}
