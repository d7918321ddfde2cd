import { computeTwoSidedP, findCriticalValue } from "./student_t.ts";

/** The difference of two means, with its interval and the test of no difference. */
export interface MeanDifference {
  /** First mean minus second. */
  readonly difference: number;
  /** Lower end of the confidence interval. */
  readonly low: number;
  /** Upper end of the confidence interval. */
  readonly high: number;
  /** Two-sided p value of "the means are equal". */
  readonly pValue: number;
  /** Degrees of freedom of the t distribution. */
  readonly degreesOfFreedom: number;
}

/** What `inferDifference()` starts from. */
export interface EstimatedDifference {
  /** First mean minus second. */
  readonly difference: number;
  /** Its standard error, >= 0. */
  readonly standardError: number;
  /** Degrees of freedom of that error. */
  readonly degreesOfFreedom: number;
}

/**
 * Infers interval and p value of a difference from its standard error, by Student's t.
 *
 * Without spread (a standard error of 0) the interval is the difference itself, and p is 0, or 1
 * when the difference is 0: exact about these values, and no promise about the next ones.
 *
 * @param estimate Difference, standard error and degrees of freedom.
 * @param level The coverage, in (0, 1).
 * @returns The difference with interval and p value.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { inferDifference } from "./mean_difference.ts";
 *
 * const estimate = { difference: 2, standardError: 0, degreesOfFreedom: 4 };
 * assertEquals(inferDifference(estimate, 0.95), { difference: 2, low: 2, high: 2, pValue: 0, degreesOfFreedom: 4 });
 * ```
 */
export function inferDifference(estimate: EstimatedDifference, level: number): MeanDifference {
  const { difference, standardError, degreesOfFreedom } = estimate;
  if (standardError === 0) {
    const pValue = difference === 0 ? 1 : 0;
    return { difference, low: difference, high: difference, pValue, degreesOfFreedom };
  }
  const margin = findCriticalValue(level, degreesOfFreedom) * standardError;
  return {
    difference,
    low: difference - margin,
    high: difference + margin,
    pValue: computeTwoSidedP(difference / standardError, degreesOfFreedom),
    degreesOfFreedom,
  };
}
