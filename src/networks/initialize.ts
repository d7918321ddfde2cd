import * as tf from "@tensorflow/tfjs";
import { type DrawKey, drawNormal } from "../engine/random.ts";

/**
 * Draws a tensor from N(0, standardDeviation^2).
 *
 * @param key Names the draw.
 * @param shape The tensor's shape.
 * @param standardDeviation >= 0.
 * @returns float32 tensor.
 */
export function drawParameter(
  key: DrawKey,
  shape: number[],
  standardDeviation: number,
): tf.Tensor {
  const count = shape.reduce((product, size) => product * size, 1);
  const values = drawNormal(key, count).map((value) => value * standardDeviation);
  return tf.tensor(values, shape, "float32");
}

/** The key of one parameter's draw. */
export function keyOf(key: DrawKey, parameter: string): DrawKey {
  return { ...key, stream: `${key.stream}/${parameter}` };
}

/**
 * The standard deviation sqrt(2 / (fan-in + fan-out)) that keeps the variance of activations and gradients.
 *
 * Source: Glorot & Bengio 2010, "Understanding the difficulty of training deep feedforward neural networks", eq. 16.
 */
export function glorot(inputs: number, outputs: number): number {
  return Math.sqrt(2 / (inputs + outputs));
}
