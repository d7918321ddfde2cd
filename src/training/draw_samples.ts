import type * as tf from "@tensorflow/tfjs";
import type { Parameters, SampleShape } from "../networks/network.ts";
import { drawLatents } from "./batches.ts";

/** Batch normalisation sees the batch, so the batch in which samples are drawn is fixed. */
const DRAW_BATCH = 500;

/** The stream of the latents that are drawn alike at each snapshot, so that one sees what becomes of them. */
export const FIXED_LATENTS = "latents/fixed";

/** Samples as they are stored: pixels 0 … 255 as [n, size, size] or [n, size, size, channels], or points as [n, 2]. */
export type StoredSamples = Uint8Array | Float32Array;

/**
 * Draws samples from a generator, in batches of 500; of the last, samples beyond the count are left out. So a sample
 * is the same however many are drawn.
 *
 * @param generate The compiled generator.
 * @param parameters Its parameters.
 * @param options How many, from which stream of which seed, and what a sample is.
 * @returns The samples, row-major.
 */
export function drawSamples(
  generate: (parameters: Parameters, latents: tf.Tensor) => tf.Tensor,
  parameters: Parameters,
  options: { count: number; latentDim: number; seed: number; stream: string; shape: SampleShape },
): StoredSamples {
  const parts: StoredSamples[] = [];
  for (let drawn = 0, draw = 0; drawn < options.count; drawn += DRAW_BATCH, draw++) {
    const latents = drawLatents({ ...options, draw }, {
      count: DRAW_BATCH,
      latentDim: options.latentDim,
    });
    const samples = generate(parameters, latents);
    const values = samples.dataSync() as Float32Array;
    const count = Math.min(DRAW_BATCH, options.count - drawn);
    parts.push(toStored(values.subarray(0, count * (values.length / DRAW_BATCH)), options.shape));
    latents.dispose();
    samples.dispose();
  }
  return joinParts(parts);
}

/** Pixels in [-1, 1] become 0 … 255, rounded; points stay as they are. A NaN pixel becomes 0. */
export function toStored(values: Float32Array, shape: SampleShape): StoredSamples {
  if (shape.kind === "points") return values;
  return Uint8Array.from(
    values,
    (value) => Math.min(255, Math.max(0, Math.round((value + 1) * 127.5))),
  );
}

function joinParts(parts: readonly StoredSamples[]): StoredSamples {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const all = parts[0] instanceof Uint8Array ? new Uint8Array(length) : new Float32Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
