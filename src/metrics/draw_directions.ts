import { type DrawKey, drawNormal } from "../engine/random.ts";
import type { FeatureMatrix } from "./feature_matrix.ts";

/** Options of `drawDirections()`. */
export interface DrawDirectionsOptions {
  /** Number of directions. */
  readonly count: number;
  /** Number of features. */
  readonly columns: number;
}

/**
 * Draws directions, uniform on the unit sphere: normal deviates, divided by their length.
 *
 * @param key Names the draw.
 * @param options How many directions, and of how many features.
 * @returns One direction a row, of length 1 up to rounding.
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { drawDirections } from "./draw_directions.ts";
 *
 * const key = { seed: 0, stream: "directions", step: 0 };
 * const { data } = drawDirections(key, { count: 1, columns: 3 });
 * assertAlmostEquals(Math.hypot(...data), 1);
 * ```
 *
 * Source: Muller 1959, "A note on a method for generating points uniformly on N-dimensional spheres".
 */
export function drawDirections(
  key: DrawKey,
  { count, columns }: DrawDirectionsOptions,
): FeatureMatrix {
  const data = Float64Array.from(drawNormal(key, count * columns));
  for (let row = 0; row < count; row++) {
    const direction = data.subarray(row * columns, (row + 1) * columns);
    const length = Math.sqrt(direction.reduce((total, value) => total + value * value, 0));
    for (let k = 0; k < columns; k++) direction[k] /= length;
  }
  return { data, rows: count, columns };
}
