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
  return normalise(x, parameters[`${name}/gain`], parameters[`${name}/offset`]);
}

/**
 * The layer with its own gradient, which goes over the batch less often than differentiating op by op does:
 * dL/dx = gain / sigma (dL/dy - mean(dL/dy) - x^ mean(dL/dy x^)), x^ being x normalised. It is made of the layer's inputs
 * alone, so it can be differentiated again.
 */
function normalise(x: tf.Tensor, gain: tf.Tensor, offset: tf.Tensor): tf.Tensor {
  const axes = x.shape.slice(0, -1).map((_, axis) => axis);
  const count = x.size / gain.size;
  const normalisation = tf.customGrad((...inputs) => {
    const [batch, scale, shift, save] = inputs as [
      tf.Tensor,
      tf.Tensor,
      tf.Tensor,
      tf.GradSaveFunc,
    ];
    save([batch, scale]);
    const { mean, inverse } = measure(batch, axes);
    const slope = tf.mul(inverse, scale);
    return {
      value: tf.add(tf.mul(batch, slope), tf.sub(shift, tf.mul(mean, slope))),
      gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) => {
        const { mean, inverse } = measure(saved[0], axes);
        const normalised = tf.mul(tf.sub(saved[0], mean), inverse);
        const dShift = tf.sum(dy, axes);
        const dScale = tf.sum(tf.mul(dy, normalised), axes);
        const common = tf.div(tf.add(dShift, tf.mul(normalised, dScale)), count);
        return [tf.mul(tf.mul(saved[1], inverse), tf.sub(dy, common)), dScale, dShift];
      },
    };
  });
  return normalisation(x, gain, offset);
}

/** Mean and 1 / sqrt(variance + epsilon) of each channel, [channels]. */
function measure(x: tf.Tensor, axes: number[]): { mean: tf.Tensor; inverse: tf.Tensor } {
  const mean = tf.mean(x, axes);
  const variance = tf.mean(tf.squaredDifference(x, mean), axes);
  return { mean, inverse: tf.rsqrt(tf.add(variance, EPSILON)) };
}
