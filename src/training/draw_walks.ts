import * as tf from "@tensorflow/tfjs";
import type { Parameters, SampleShape } from "../networks/network.ts";
import { drawLatents } from "./batches.ts";
import { type StoredSamples, toStored } from "./draw_samples.ts";
import { WALK_COUNT, WALK_STEPS } from "./walk_sizes.ts";

/** Batch normalisation sees the batch, so the walks stand among as many other latents as samples are drawn with. */
const BATCH = 500;

/**
 * Draws images along great circles between pairs of latents, in even steps.
 *
 * @param generate The compiled generator.
 * @param parameters Its parameters.
 * @param options Size of a latent, the run's seed, and what a sample is.
 * @returns 6 lines of 10 samples, row-major.
 *
 * Source: White 2016, "Sampling generative networks", arXiv:1609.04468, section 2.1.
 */
export function drawWalks(
  generate: (parameters: Parameters, latents: tf.Tensor) => tf.Tensor,
  parameters: Parameters,
  { latentDim, seed, shape }: { latentDim: number; seed: number; shape: SampleShape },
): StoredSamples {
  const key = { seed, stream: "latents/walks", draw: 0 };
  const drawn = drawLatents(key, { count: BATCH, latentDim });
  const latents = Float32Array.from(drawn.dataSync() as Float32Array);
  drawn.dispose();
  const ends = latents.slice(0, 2 * WALK_COUNT * latentDim);
  const count = WALK_COUNT * WALK_STEPS;
  for (let walk = 0; walk < WALK_COUNT; walk++) {
    const start = ends.subarray(2 * walk * latentDim, (2 * walk + 1) * latentDim);
    const end = ends.subarray((2 * walk + 1) * latentDim, (2 * walk + 2) * latentDim);
    for (let step = 0; step < WALK_STEPS; step++) {
      const between = interpolate(start, end, step / (WALK_STEPS - 1));
      latents.set(between, (walk * WALK_STEPS + step) * latentDim);
    }
  }
  const input = tf.tensor(latents, [BATCH, latentDim]);
  const samples = generate(parameters, input);
  const values = samples.dataSync() as Float32Array;
  const stored = toStored(values.subarray(0, count * values.length / BATCH), shape);
  input.dispose();
  samples.dispose();
  return stored;
}

/**
 * A point of the great circle between two vectors (slerp), whose lengths it passes through evenly.
 *
 * @param start Any vector.
 * @param end As long a one.
 * @param share 0 at the start, 1 at the end.
 * @returns The vector between; on the straight line where both point the same way.
 */
export function interpolate(
  start: Float32Array,
  end: Float32Array,
  share: number,
): Float32Array {
  const lengthOf = (vector: Float32Array): number => Math.hypot(...vector) || 1;
  const product = start.reduce((sum, value, at) => sum + value * end[at], 0);
  const cosine = product / (lengthOf(start) * lengthOf(end));
  const angle = Math.acos(Math.min(1, Math.max(-1, cosine)));
  const sine = Math.sin(angle);
  const [first, second] = sine < 1e-6
    ? [1 - share, share]
    : [Math.sin((1 - share) * angle) / sine, Math.sin(share * angle) / sine];
  return start.map((value, at) => first * value + second * end[at]);
}
