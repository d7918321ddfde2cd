import { mean } from "simple-statistics";
import { findQuantile } from "./quantile.ts";
import { drawResamples, type Resamples, takeRows } from "./resample.ts";
import type { IntervalOptions } from "./student_interval.ts";

/** Options of `estimateInterquartileMean()`. */
export interface InterquartileMeanOptions extends IntervalOptions {
  /** Resamples of all strata; 2,000 of seed 0 unless given. */
  readonly resamples?: Resamples;
}

/** An interquartile mean with its interval. */
export interface InterquartileMean {
  /** Mean of the middle half. */
  readonly value: number;
  /** Lower end of the interval. */
  readonly low: number;
  /** Upper end of the interval. */
  readonly high: number;
}

/**
 * Computes the mean of the middle half: ⌊n/4⌋ values are dropped at each end, whole ones only.
 *
 * One run that went wild does not move it, unlike the mean, and it uses more values than the
 * median. Below 4 values nothing is dropped, and it is the mean.
 *
 * @param values At least 1 value.
 * @returns The interquartile mean.
 * @throws {RangeError} If there is no value.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { computeInterquartileMean } from "./interquartile_mean.ts";
 *
 * assertEquals(computeInterquartileMean([2, 900, 3, 1]), 2.5);
 * ```
 *
 * Source: Agarwal et al. 2021, "Deep Reinforcement Learning at the Edge of the Statistical
 * Precipice", arXiv:2108.13264, section 4.3.
 */
export function computeInterquartileMean(values: readonly number[]): number {
  if (values.length === 0) {
    throw new RangeError(
      `Cannot compute the interquartile mean of "values": there is none; at least 1 is wanted`,
    );
  }
  const cut = Math.floor(values.length / 4);
  return mean(values.toSorted((a, b) => a - b).slice(cut, values.length - cut));
}

/**
 * Estimates the interquartile mean over all strata with its percentile interval by the stratified
 * bootstrap: seeds are drawn within each stratum, such as a task.
 *
 * Values of different strata are pooled and must be on one scale. With fewer than 10 values in all
 * the interval covers too rarely.
 *
 * @param strata Values of each stratum, one a seed; finite. One variant alone is one stratum.
 * @param options Coverage and resamples.
 * @returns The interquartile mean and its interval.
 * @throws {RangeError} If a stratum is empty.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { estimateInterquartileMean } from "./interquartile_mean.ts";
 *
 * assertEquals(estimateInterquartileMean([[3, 3, 3]]), { value: 3, low: 3, high: 3 });
 * ```
 *
 * Source: as `computeInterquartileMean()`, sections 4.1 and 4.3.
 */
export function estimateInterquartileMean(
  strata: readonly (readonly number[])[],
  options: InterquartileMeanOptions = {},
): InterquartileMean {
  const { level = 0.95 } = options;
  const resamples = options.resamples ?? drawResamples(strata.map(({ length }) => length));
  const drawn = resamples.map((rows) =>
    computeInterquartileMean(
      strata.flatMap((values, at) => takeRows(values, rows[at])),
    )
  );
  const sorted = Float64Array.from(drawn).sort();
  return {
    value: computeInterquartileMean(strata.flat()),
    low: findQuantile(sorted, (1 - level) / 2),
    high: findQuantile(sorted, (1 + level) / 2),
  };
}
