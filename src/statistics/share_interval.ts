import { computeIncompleteBeta } from "./incomplete_beta.ts";
import type { IntervalOptions } from "./student_interval.ts";

/** A share of trials with its confidence interval. */
export interface ShareInterval {
  /** Successes over trials. */
  readonly share: number;
  /** Lower end of the interval; 0 without a success. */
  readonly low: number;
  /** Upper end of the interval; 1 without a failure. */
  readonly high: number;
}

/**
 * Estimates a share with the exact interval of Clopper and Pearson: the shares p for which neither
 * P(X >= successes | p) nor P(X <= successes | p) is below (1 - level) / 2.
 *
 * It covers at least as often as its level says, and for few trials much more often. With n
 * successes of n its lower end is ((1 - level) / 2)^(1/n): 0.29 for 3 of 3, 0.69 for 10 of 10.
 *
 * @param successes A whole number from 0 to `trials`.
 * @param trials A whole number >= 1.
 * @param options The coverage.
 * @returns The share and its interval, all in [0, 1].
 * @throws {RangeError} If the counts are not whole numbers with 0 <= successes <= trials >= 1.
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { estimateShare } from "./share_interval.ts";
 *
 * const { low, high } = estimateShare(10, 10);
 * assertAlmostEquals(low, 0.025 ** (1 / 10), 1e-12);
 * assertAlmostEquals(high, 1);
 * ```
 *
 * Source: Clopper & Pearson 1934, "The use of confidence or fiducial limits illustrated in the case
 * of the binomial".
 */
export function estimateShare(
  successes: number,
  trials: number,
  options: IntervalOptions = {},
): ShareInterval {
  const isCount = Number.isInteger(successes) && Number.isInteger(trials);
  if (!isCount || successes < 0 || trials < 1 || successes > trials) {
    throw new RangeError(
      `Cannot estimate a share of "${successes} of ${trials}": whole numbers are wanted, ` +
        `at least 1 trial and from 0 to all of them successes`,
    );
  }
  const tail = (1 - (options.level ?? 0.95)) / 2;
  const failures = trials - successes;
  return {
    share: successes / trials,
    low: successes === 0 ? 0 : findQuantile(tail, successes, failures + 1),
    high: failures === 0 ? 1 : 1 - findQuantile(tail, failures, successes + 1),
  };
}

/** The x with I_x(a, b) = probability, by bisection to the last digit. */
function findQuantile(probability: number, a: number, b: number): number {
  let low = 0, high = 1;
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return middle;
    if (computeIncompleteBeta(middle, { a, b }) < probability) low = middle;
    else high = middle;
  }
}
