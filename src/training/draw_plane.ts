import * as tf from "@tensorflow/tfjs";
import type { Engine } from "../engine/engine.ts";
import type { Network, Parameters } from "../networks/network.ts";

/** Places of the discriminator's grid along a side. */
export const FIELD_SIDE = 40;
/** Latents of the generator's net along a side. */
export const MANIFOLD_SIDE = 15;
/** The net reaches so many standard deviations of the latents from zero. */
const MANIFOLD_REACH = 2;
/** Of a batch, the share that is asked about; the rest are real points, as some discriminators see a batch as a whole. */
const ASKED_SHARE = 0.25;

/** A square of the plane. */
export interface PlaneWindow {
  /** Left edge. */
  readonly x: number;
  /** Lower edge. */
  readonly y: number;
  /** Width and height. */
  readonly size: number;
}

/** A compiled network: parameters and input to output. */
type Apply = (parameters: Parameters, x: tf.Tensor) => tf.Tensor;

/** Compiles the discriminator for asking it about points. */
export function compileDiscriminator(engine: Engine, discriminator: Network): Apply {
  return engine.compile(
    "answer",
    (parameters: Parameters, points: tf.Tensor) => discriminator.apply(parameters, points),
  );
}

/**
 * The square that shows all points with some room around them.
 *
 * @param points [n, 2], row-major; n > 0.
 * @returns The square.
 */
export function findPlaneWindow(points: ArrayLike<number>): PlaneWindow {
  let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let at = 0; at + 1 < points.length; at += 2) {
    left = Math.min(left, points[at]);
    right = Math.max(right, points[at]);
    bottom = Math.min(bottom, points[at + 1]);
    top = Math.max(top, points[at + 1]);
  }
  const size = Math.max(right - left, top - bottom, 1e-6) * 1.3;
  return { x: (left + right - size) / 2, y: (bottom + top - size) / 2, size };
}

/**
 * Asks a discriminator about a grid of places, each in a batch that is three quarters real points.
 *
 * @param answer The compiled discriminator.
 * @param parameters Its parameters.
 * @param options The square, real points [n, 2] as company, and how many inputs of how many samples a batch has.
 * @returns Logits [40, 40] at the middles of the grid's cells, rows from the bottom.
 */
export function drawField(
  answer: Apply,
  parameters: Parameters,
  options: {
    readonly window: PlaneWindow;
    readonly company: ArrayLike<number>;
    readonly batchSize: number;
    readonly packing: number;
  },
): Float32Array {
  const { window, company, batchSize, packing } = options;
  const asked = Math.max(1, Math.floor(batchSize * ASKED_SHARE));
  const field = new Float32Array(FIELD_SIDE * FIELD_SIDE);
  const companyCount = Math.floor(company.length / 2);
  for (let start = 0; start < field.length; start += asked) {
    const batch = new Float32Array(batchSize * packing * 2);
    for (let sample = 0; sample < batchSize * packing; sample++) {
      const from = 2 * (sample % companyCount);
      batch[2 * sample] = company[from];
      batch[2 * sample + 1] = company[from + 1];
    }
    const count = Math.min(asked, field.length - start);
    for (let at = 0; at < count; at++) {
      const place = start + at;
      batch[2 * at * packing] = window.x + window.size * (place % FIELD_SIDE + 0.5) / FIELD_SIDE;
      batch[2 * at * packing + 1] = window.y +
        window.size * (Math.floor(place / FIELD_SIDE) + 0.5) / FIELD_SIDE;
    }
    const input = tf.tensor(batch, [batchSize, 2 * packing]);
    const output = answer(parameters, input);
    field.set((output.dataSync() as Float32Array).subarray(0, count), start);
    input.dispose();
    output.dispose();
  }
  return field;
}

/**
 * Sends a square net of latents through a generator: the first two numbers of a latent go from -2 to 2, the others are
 * zero, and all are scaled to the length that latents have on average.
 *
 * @param generate The compiled generator.
 * @param parameters Its parameters.
 * @param latentDim Numbers in a latent, at least 1; with 1, the net is a line.
 * @returns Points [15, 15, 2].
 */
export function drawManifold(
  generate: Apply,
  parameters: Parameters,
  latentDim: number,
): Float32Array {
  const scale = Math.sqrt(latentDim / Math.min(2, latentDim));
  const latents = new Float32Array(MANIFOLD_SIDE * MANIFOLD_SIDE * latentDim);
  const place = (at: number): number => scale * MANIFOLD_REACH * (2 * at / (MANIFOLD_SIDE - 1) - 1);
  for (let row = 0; row < MANIFOLD_SIDE; row++) {
    for (let column = 0; column < MANIFOLD_SIDE; column++) {
      const start = (row * MANIFOLD_SIDE + column) * latentDim;
      latents[start] = place(column);
      if (latentDim > 1) latents[start + 1] = place(row);
    }
  }
  const input = tf.tensor(latents, [MANIFOLD_SIDE * MANIFOLD_SIDE, latentDim]);
  const points = generate(parameters, input);
  const values = Float32Array.from(points.dataSync() as Float32Array);
  input.dispose();
  points.dispose();
  return values;
}
