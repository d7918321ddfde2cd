import { linearRegression } from "simple-statistics";
import { type DrawKey, drawPermutation } from "../engine/random.ts";
import type { FeatureMatrix } from "./feature_matrix.ts";
import { makeGaussianDistance } from "./make_gaussian_distance.ts";
import { computeMeanCovariance } from "./mean_covariance.ts";
import { requireEqualColumns } from "./require_equal_columns.ts";
import { takeRows } from "./take_rows.ts";

/** A Fréchet distance without the bias of the sample count. */
export interface ExtrapolatedFrechet {
  /** The distance at infinitely many samples: where the line meets 1 / n = 0. Can be < 0. */
  readonly distance: number;
  /** The bias: distance(n) ≈ distance + slope / n. */
  readonly slope: number;
  /** Sample counts that were measured, ascending. */
  readonly counts: readonly number[];
  /** The distance at each of them. */
  readonly values: readonly number[];
}

/** Options of `extrapolateFrechet()`. */
export interface ExtrapolateFrechetOptions {
  /** Number of counts, evenly spaced up to all samples; 15 unless given. */
  readonly points?: number;
  /** The smallest count; a tenth of the samples unless given. */
  readonly smallest?: number;
}

/**
 * Extrapolates the Fréchet distance to infinitely many samples: a line through the distance against
 * 1 / n for growing random parts of the samples.
 *
 * Features [n, d] and [m, d]; the result is in squared units of the features.
 *
 * The bias that two generators have at n samples differs, so their order at n can be wrong; this
 * takes away the samples' share of it. The data's share, of m rows, stays, so compare with one m. The
 * line holds where the smallest count is d or more; below, some of the bias is left. Cost O(points (n d² + d³)): 0.6 s for
 * 10,000 × 128.
 *
 * @param fake Features of the samples.
 * @param real Features of the data.
 * @param key Names the draw; the part of count i takes step `key.step + i`.
 * @param options The counts.
 * @returns Distance, slope, and the points of the line.
 * @throws {TypeError} If the sets differ in their columns, or hold NaN or Infinity.
 * @throws {RangeError} If there are fewer than 2 different counts of 2 rows or more.
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { extrapolateFrechet } from "./extrapolate_frechet.ts";
 *
 * // Every part of equal rows is 9 from the data: no bias, no slope.
 * const fake = { data: new Float64Array(40).fill(3), rows: 40, columns: 1 };
 * const real = { data: new Float64Array(40), rows: 40, columns: 1 };
 * const key = { seed: 0, stream: "extrapolate", step: 0 };
 * assertAlmostEquals(extrapolateFrechet(fake, real, key).distance, 9);
 * ```
 *
 * Source: Chong & Forsyth 2020, "Effectively Unbiased FID and Inception Score and where to find
 * them", arXiv:1911.07023, section 3.
 */
export function extrapolateFrechet(
  fake: FeatureMatrix,
  real: FeatureMatrix,
  key: DrawKey,
  { points = 15, smallest = Math.ceil(fake.rows / 10) }: ExtrapolateFrechetOptions = {},
): ExtrapolatedFrechet {
  requireEqualColumns(fake, real, "extrapolate the Fréchet distance of");
  if (!(Number.isInteger(points) && points >= 2 && smallest >= 2 && smallest < fake.rows)) {
    throw new RangeError(
      `Cannot extrapolate the Fréchet distance of "${fake.rows}" samples from "${points}" counts ` +
        `of "${smallest}" up: at least 2 counts, and from 2 to less than all samples, are wanted`,
    );
  }
  const measureFromData = makeGaussianDistance(computeMeanCovariance(real));
  const counts = Array.from(
    { length: points },
    (_, i) => Math.round(smallest + (fake.rows - smallest) * i / (points - 1)),
  );
  const values = counts.map((count, i) => {
    const order = drawPermutation({ ...key, step: key.step + i }, fake.rows);
    const part = takeRows(fake, order.subarray(0, count));
    return measureFromData(computeMeanCovariance(part));
  });
  const { m, b } = linearRegression(counts.map((count, i) => [1 / count, values[i]]));
  return { distance: b, slope: m, counts, values };
}
