import { computeMoments } from "./moments.ts";
import { estimateStudentInterval } from "./student_interval.ts";

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
  /** Number of seeds with a value. */
  readonly n: number;
  /** The value of each seed. */
  readonly values: Readonly<Record<string, number>>;
}

/**
 * Summarizes a metric over seeds: mean, standard deviation, and Student's 95 % interval of the
 * mean.
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
 * const summary = summarizeSeeds({ 7: 2.5 });
 * assertEquals(summary, { mean: 2.5, sd: null, low: null, high: null, n: 1, values: { 7: 2.5 } });
 * ```
 */
export function summarizeSeeds(values: Readonly<Record<string, number>>): MetricSummary {
  const numbers = Object.values(values);
  const { mean, sd, n } = computeMoments(numbers);
  if (sd === null) return { mean, sd, low: null, high: null, n, values };
  const { low, high } = estimateStudentInterval(numbers);
  return { mean, sd, low, high, n, values };
}
