import { estimateBootstrapInterval } from "./bootstrap_interval.ts";
import { estimateInterquartileMean, type InterquartileMean } from "./interquartile_mean.ts";
import { computeMoments } from "./moments.ts";
import { drawResamples } from "./resample.ts";
import { estimateStudentInterval } from "./student_interval.ts";

/** Fewer values than this tell the bootstrap too little. */
const LEAST_FOR_BOOTSTRAP = 5;

/** A metric of one variant over its seeds. */
export interface MetricSummary {
  /** Mean over seeds. */
  readonly mean: number;
  /** Standard deviation over n - 1; null for a single seed. */
  readonly sd: number | null;
  /** Lower end of Student's 95 % interval of the mean; null for a single seed. */
  readonly low: number | null;
  /** Upper end of it; null for a single seed. */
  readonly high: number | null;
  /**
   * Lower and upper end of the bootstrap's (BCa) 95 % interval of the mean, which assumes no
   * normality; null below 5 seeds, where it covers far too rarely.
   */
  readonly bootstrap: { readonly low: number; readonly high: number } | null;
  /** Mean of the middle half with its bootstrap interval; null below 5 seeds. */
  readonly interquartileMean: InterquartileMean | null;
  /** Number of seeds with a value. */
  readonly n: number;
  /** The value of each seed. */
  readonly values: Readonly<Record<string, number>>;
}

/**
 * Summarizes a metric over seeds: mean, standard deviation, Student's 95 % interval of the mean,
 * and from 5 seeds on the bootstrap's, with the interquartile mean.
 *
 * Seeds whose run diverged have no value, and must be left out and reported beside: a mean over
 * survivors flatters.
 *
 * @param values The value of each seed; at least 1, all finite.
 * @returns The summary; what needs two values is null for one.
 * @throws {RangeError} If there is no value, or one is not finite.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { summarizeSeeds } from "./summarize_seeds.ts";
 *
 * const { mean, low, n } = summarizeSeeds({ 7: 2.5 });
 * assertEquals([mean, low, n], [2.5, null, 1]);
 * ```
 */
export function summarizeSeeds(values: Readonly<Record<string, number>>): MetricSummary {
  const numbers = Object.values(values);
  const { mean, sd, n } = computeMoments(numbers);
  const none = { bootstrap: null, interquartileMean: null };
  if (sd === null) return { mean, sd, low: null, high: null, ...none, n, values };
  const { low, high } = estimateStudentInterval(numbers);
  if (n < LEAST_FOR_BOOTSTRAP) return { mean, sd, low, high, ...none, n, values };
  const resamples = drawResamples([n]);
  const { low: from, high: to } = estimateBootstrapInterval(numbers, { resamples });
  const interquartileMean = estimateInterquartileMean([numbers], { resamples });
  return { mean, sd, low, high, bootstrap: { low: from, high: to }, interquartileMean, n, values };
}
