import { type DrawKey, drawPermutation } from "../engine/random.ts";
import type { FeatureMatrix } from "./feature_matrix.ts";
import { measureFrechetDistance } from "./frechet_distance.ts";
import { takeRows } from "./take_rows.ts";

/** The Fréchet distance of data from itself. */
export interface FrechetFloor {
  /** Mean over the splits. */
  readonly mean: number;
  /** The distance of each pair of halves. */
  readonly values: readonly number[];
  /** Rows of a half, ⌊n / 2⌋: the floor holds at this count only. */
  readonly rows: number;
}

/** Options of `measureFrechetFloor()`. */
export interface FrechetFloorOptions {
  /** Number of random splits; 1 unless given. */
  readonly splits?: number;
}

/**
 * Measures the floor of the Fréchet distance: the distance of two random halves of the data.
 *
 * Features [n, d]; the result is in squared units of the features. A perfect generator gets about
 * this value at n / 2 samples against n / 2 of the data, so a difference below the floor means
 * nothing.
 *
 * It falls as 1 / n: the floor at another count is another number. Cost O(splits (n d² + d³)): 0.1 s
 * for 10,000 × 128.
 *
 * @param real Features of the data; at least 4 rows.
 * @param key Names the draw; split i takes step `key.step + i`.
 * @param options The number of splits.
 * @returns Mean, values and the size of a half.
 * @throws {TypeError} If the features hold NaN or Infinity.
 * @throws {RangeError} If there are fewer than 4 rows.
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * import { measureFrechetFloor } from "./frechet_floor.ts";
 *
 * const real = { data: Float64Array.of(0, 1, 2, 3, 4), rows: 5, columns: 1 };
 * const { mean, rows } = measureFrechetFloor(real, { seed: 0, stream: "floor", step: 0 });
 * assert(mean > 0 && rows === 2);
 * ```
 *
 * Source: the usual control; Lucic et al. 2018, "Are GANs Created Equal?", arXiv:1711.10337, section
 * 5.1.
 */
export function measureFrechetFloor(
  real: FeatureMatrix,
  key: DrawKey,
  { splits = 1 }: FrechetFloorOptions = {},
): FrechetFloor {
  if (real.rows < 4 || !(Number.isInteger(splits) && splits >= 1)) {
    throw new RangeError(
      `Cannot measure the Fréchet floor of "${real.rows}" rows in "${splits}" splits: at least 4 ` +
        `rows and 1 split are wanted`,
    );
  }
  const rows = Math.floor(real.rows / 2);
  const values = Array.from({ length: splits }, (_, split) => {
    const order = drawPermutation({ ...key, step: key.step + split }, real.rows);
    const halves = [order.subarray(0, rows), order.subarray(rows, 2 * rows)];
    const [first, second] = halves.map((half) => takeRows(real, half));
    return measureFrechetDistance(first, second);
  });
  return { mean: values.reduce((total, value) => total + value, 0) / splits, values, rows };
}
