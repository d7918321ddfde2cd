import { computeMoments } from "./moments.ts";
import { findCriticalValue } from "./student_t.ts";

/** A mean with its confidence interval. */
export interface StudentInterval {
  /** The mean. */
  readonly mean: number;
  /** Standard deviation over n - 1. */
  readonly sd: number;
  /** Lower end of the interval. */
  readonly low: number;
  /** Upper end of the interval. */
  readonly high: number;
  /** How many values there are. */
  readonly n: number;
}

/** Options of the intervals and tests. */
export interface IntervalOptions {
  /** The coverage of the interval, in (0, 1); 0.95 unless given. */
  readonly level?: number;
}

/**
 * Estimates a mean with Student's interval: mean ± t_{(1 + level)/2, n - 1} sd / √n.
 *
 * The interval is about the mean over all possible seeds, not about the next seed's value. It holds
 * for roughly normal values; with 3 seeds t is 4.30, so only large effects are told apart.
 *
 * @param values At least 2 finite values.
 * @param options The coverage.
 * @returns Mean, standard deviation, and interval.
 * @throws {RangeError} If there are fewer than 2 values, or one is not finite.
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { estimateStudentInterval } from "./student_interval.ts";
 *
 * const { low, high } = estimateStudentInterval([1, 3]);
 * assertAlmostEquals((high - low) / 2, 12.706204736174707);
 * ```
 *
 * Source: Student 1908, "The probable error of a mean".
 */
export function estimateStudentInterval(
  values: readonly number[],
  options: IntervalOptions = {},
): StudentInterval {
  const { n, mean, sd } = computeMoments(values);
  if (sd === null) {
    throw new RangeError(
      `Cannot estimate the interval of "values": there is ${n}; at least 2 are wanted`,
    );
  }
  const margin = findCriticalValue(options.level ?? 0.95, n - 1) * sd / Math.sqrt(n);
  return { mean, sd, low: mean - margin, high: mean + margin, n };
}
