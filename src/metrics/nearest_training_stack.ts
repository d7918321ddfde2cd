import { takeChannel } from "../datasets/take_channel.ts";
import { findNearestNeighbours } from "./nearest_training_neighbour.ts";
import type { PixelMatrix } from "./pixel_matrix.ts";

/** The stack of training digits that is nearest to each query, in the order of the queries. */
export interface NearestStacks {
  /** Pixels [m, d], channels pixel by pixel as in the queries. */
  readonly stacks: Uint8Array<ArrayBuffer>;
  /** L2 distance to it, with pixels in [0, 1], [m]. */
  readonly distances: Float64Array;
}

/**
 * Finds, of all stacks that can be made of training digits, the one nearest to each image: the nearest digit of each
 * channel by itself, as the squared distance is the sum over channels.
 *
 * Queries U8 [m, d · channels] and digits U8 [n, d]. It is nearer than the nearest of the stacks that were trained on, which
 * are some of those.
 *
 * Cost O(channels · m n d).
 *
 * @param queries Images, channels pixel by pixel.
 * @param digits The training digits; at least 1.
 * @returns The nearest stack of each query, and the distance to it.
 * @throws {TypeError} If the sizes do not fit.
 * @throws {RangeError} If there is no training digit.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { findNearestStacks } from "./nearest_training_stack.ts";
 *
 * const queries = { data: Uint8Array.of(255, 0), rows: 1, columns: 2 };
 * const digits = { data: Uint8Array.of(255, 51), rows: 2, columns: 1 };
 * const { stacks, distances } = findNearestStacks(queries, digits);
 * assertEquals(stacks, Uint8Array.of(255, 51));
 * assertEquals([...distances], [0.2]);
 * ```
 */
export function findNearestStacks(queries: PixelMatrix, digits: PixelMatrix): NearestStacks {
  const { rows } = queries;
  const pixels = digits.columns;
  const channels = queries.columns / pixels;
  if (!Number.isInteger(channels)) {
    throw new TypeError(
      `Cannot find the nearest stacks of "[${rows}, ${queries.columns}]" in "[${digits.rows}, ${pixels}]": ` +
        `a multiple of ${pixels} columns is wanted`,
    );
  }
  const stacks = new Uint8Array(rows * queries.columns);
  const squares = new Float64Array(rows);
  for (let channel = 0; channel < channels; channel++) {
    const data = takeChannel(queries.data, channel, channels);
    const nearest = findNearestNeighbours({ data, rows, columns: pixels }, digits);
    for (let row = 0; row < rows; row++) {
      squares[row] += nearest.distances[row] ** 2;
      const from = nearest.indices[row] * pixels;
      for (let pixel = 0; pixel < pixels; pixel++) {
        stacks[(row * pixels + pixel) * channels + channel] = digits.data[from + pixel];
      }
    }
  }
  return { stacks, distances: squares.map(Math.sqrt) };
}
