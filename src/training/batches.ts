import * as tf from "@tensorflow/tfjs";
import { drawIntegers, drawNormal, drawUniform } from "../engine/random.ts";
import { countChannels } from "../networks/network.ts";
import { copySamples, type TrainingSet } from "./training_set.ts";

export type { TrainingSet } from "./training_set.ts";

/** A pixel 0 … 255 as networks see it, in [-1, 1]. */
const PIXEL_LEVELS = Float32Array.from({ length: 256 }, (_, pixel) => pixel / 127.5 - 1);

/**
 * A batch drawn with replacement, by the stream "batch" of the seed.
 *
 * @param set Where from.
 * @param options Which draw, and how many samples.
 * @returns Images [n, size, size, channels] in [-1, 1], or points [n, 2]; the caller disposes of it.
 */
export function drawBatch(
  set: TrainingSet,
  options: { seed: number; draw: number; batchSize: number },
): tf.Tensor {
  const { seed, draw, batchSize } = options;
  const indices = drawIntegers({ seed, stream: "batch", step: draw }, batchSize, set.count);
  return gatherSamples(set, indices);
}

/**
 * Samples by index, scaled as networks see them.
 *
 * @param set Where from.
 * @param indices Which.
 * @returns Images [n, size, size, channels] in [-1, 1], or points [n, 2]; the caller disposes of it.
 */
export function gatherSamples(set: TrainingSet, indices: ArrayLike<number>): tf.Tensor {
  const { shape } = set;
  const samples = copySamples(set, indices);
  const size = shape.kind === "points" ? [2] : [shape.size, shape.size, countChannels(shape)];
  const batch = samples instanceof Uint8Array ? toLevels(samples) : samples;
  return tf.tensor(batch, [indices.length, ...size]);
}

function toLevels(pixels: Uint8Array): Float32Array {
  const levels = new Float32Array(pixels.length);
  for (let at = 0; at < pixels.length; at++) levels[at] = PIXEL_LEVELS[pixels[at]];
  return levels;
}

/** Latents z ~ N(0, I), [count, latentDim], of one draw of a stream. */
export function drawLatents(
  key: { seed: number; stream: string; draw: number },
  options: { count: number; latentDim: number },
): tf.Tensor {
  const { count, latentDim } = options;
  const values = drawNormal(
    { seed: key.seed, stream: key.stream, step: key.draw },
    count * latentDim,
  );
  return tf.tensor(values, [count, latentDim]);
}

/** Shares u ~ U[0, 1) of real in the mixtures of a gradient penalty, [count], of one draw of a stream. */
export function drawMix(
  key: { seed: number; stream: string; draw: number },
  count: number,
): tf.Tensor {
  const values = drawUniform({ seed: key.seed, stream: key.stream, step: key.draw }, count);
  return tf.tensor(Float32Array.from(values), [count]);
}
