import { mean } from "simple-statistics";
import { computeMoments } from "./moments.ts";
import { computeNormalCdf, findNormalQuantile } from "./normal.ts";
import { findQuantile } from "./quantile.ts";
import { drawResamples, type Resamples, takeRows } from "./resample.ts";
import type { IntervalOptions } from "./student_interval.ts";

/** Options of `estimateBootstrapInterval()`. */
export interface BootstrapOptions extends IntervalOptions {
  /** What is estimated; the mean unless given. */
  readonly statistic?: (values: number[]) => number;
  /**
   * "percentile" takes quantiles of the resamples; "bca", the default, moves them by the bias and
   * the skew that it finds.
   */
  readonly method?: "bca" | "percentile";
  /** Resamples of one stratum; 2,000 of seed 0 unless given. */
  readonly resamples?: Resamples;
}

/** An interval and what it was made from. */
export interface BootstrapInterval {
  /** Lower end. */
  readonly low: number;
  /** Upper end. */
  readonly high: number;
  /** z₀ of BCa: how far the resamples' median is off, in standard deviations; 0 for percentile. */
  readonly bias: number;
  /** a of BCa: a sixth of the skew of the leave-one-out values; 0 for percentile. */
  readonly acceleration: number;
}

/**
 * Estimates the interval of a statistic by the bootstrap: percentile, or bias-corrected and
 * accelerated.
 *
 * It assumes no normality, but it knows only the values it has: below some ten it covers too
 * rarely (for a mean of 5 normal values about 83 times of 100 at 95 %), where Student's interval
 * holds.
 *
 * @param values At least 2 finite values.
 * @param options Statistic, method, coverage and resamples.
 * @returns The interval; without spread it is the statistic itself.
 * @throws {RangeError} If there are fewer than 2 values, or one is not finite.
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * import { estimateBootstrapInterval } from "./bootstrap_interval.ts";
 *
 * const { low, high } = estimateBootstrapInterval([1, 2, 3, 4, 5, 6, 7]);
 * assert(1 < low && low < 4 && 4 < high && high < 7);
 * ```
 *
 * Source: Efron 1987, "Better bootstrap confidence intervals"; ties of a resample with the estimate
 * count half, as in SciPy.
 */
export function estimateBootstrapInterval(
  values: readonly number[],
  options: BootstrapOptions = {},
): BootstrapInterval {
  const { statistic = mean, method = "bca", level = 0.95 } = options;
  if (computeMoments(values).n < 2) {
    throw new RangeError(
      `Cannot estimate the interval of "values": there is 1; at least 2 are wanted`,
    );
  }
  const resamples = options.resamples ?? drawResamples([values.length]);
  const drawn = resamples.map(([rows]) => statistic(takeRows(values, rows)));
  const sorted = Float64Array.from(drawn).sort();
  const correction = method === "bca" ? findCorrection(values, statistic, sorted) : NONE;
  const at = (probability: number): number =>
    findQuantile(sorted, correctProbability(probability, correction));
  return { low: at((1 - level) / 2), high: at((1 + level) / 2), ...correction };
}

interface Correction {
  readonly bias: number;
  readonly acceleration: number;
}

const NONE: Correction = { bias: 0, acceleration: 0 };

function findCorrection(
  values: readonly number[],
  statistic: (values: number[]) => number,
  sorted: Float64Array,
): Correction {
  const estimate = statistic([...values]);
  const below = sorted.filter((value) => value < estimate).length;
  const upTo = sorted.filter((value) => value <= estimate).length;
  const bias = findNormalQuantile((below + upTo) / (2 * sorted.length));
  if (!Number.isFinite(bias)) return NONE;
  const left = values.map((_, at) => statistic(values.filter((_, other) => other !== at)));
  const centre = mean(left);
  const squares = left.reduce((sum, value) => sum + (centre - value) ** 2, 0);
  const cubes = left.reduce((sum, value) => sum + (centre - value) ** 3, 0);
  return { bias, acceleration: squares === 0 ? 0 : cubes / (6 * squares ** 1.5) };
}

/** Efron 1987, eq. 2.3: which quantile of the resamples stands for this one. */
function correctProbability(probability: number, { bias, acceleration }: Correction): number {
  if (bias === 0 && acceleration === 0) return probability;
  const shifted = bias + findNormalQuantile(probability);
  return computeNormalCdf(bias + shifted / (1 - acceleration * shifted));
}
