import { computeIncompleteBeta } from "./incomplete_beta.ts";

/**
 * Computes the two-sided p value of a t statistic: P(|T| >= |t|) = I_{ν/(ν + t²)}(ν/2, 1/2).
 *
 * ν (degrees of freedom) is any number > 0, whole or not; the result is in [0, 1].
 *
 * @param t The statistic; its sign does not matter, ±Infinity gives 0.
 * @param degreesOfFreedom ν.
 * @returns The p value.
 * @throws {RangeError} If t is NaN, or ν is not a finite number > 0.
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { computeTwoSidedP } from "./student_t.ts";
 *
 * assertAlmostEquals(computeTwoSidedP(1, 1), 0.5);
 * ```
 *
 * Source: NIST DLMF 8.17; Student 1908.
 */
export function computeTwoSidedP(t: number, degreesOfFreedom: number): number {
  requireDegrees(degreesOfFreedom);
  if (Number.isNaN(t)) {
    throw new RangeError(`Cannot compute the p value of "t": value is NaN; a number is wanted`);
  }
  if (!Number.isFinite(t * t)) return 0;
  const sum = degreesOfFreedom + t * t;
  return computeIncompleteBeta(degreesOfFreedom / sum, {
    a: degreesOfFreedom / 2,
    b: 0.5,
    complement: t * t / sum,
  });
}

/**
 * Finds the critical value of Student's t: the t with P(|T| <= t) = level, by bisection to the last
 * digit.
 *
 * @param level The coverage, in (0, 1); 0.95 for a 95 % interval.
 * @param degreesOfFreedom ν, any number > 0.
 * @returns t > 0, such as 2.776 at 0.95 and ν = 4.
 * @throws {RangeError} If the level is outside (0, 1), or ν is not a finite number > 0.
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { findCriticalValue } from "./student_t.ts";
 *
 * assertAlmostEquals(findCriticalValue(0.95, 4), 2.7764451051977934, 1e-12);
 * ```
 */
export function findCriticalValue(level: number, degreesOfFreedom: number): number {
  requireDegrees(degreesOfFreedom);
  if (!(level > 0 && level < 1)) {
    throw new RangeError(
      `Cannot find the critical value of "level": value is ${level}; a number in (0, 1) is wanted`,
    );
  }
  let low = 0, high = 1;
  while (computeTwoSidedP(high, degreesOfFreedom) > 1 - level) {
    low = high;
    high *= 2;
  }
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return middle;
    if (computeTwoSidedP(middle, degreesOfFreedom) > 1 - level) low = middle;
    else high = middle;
  }
}

function requireDegrees(degreesOfFreedom: number): void {
  if (!(degreesOfFreedom > 0 && degreesOfFreedom < Infinity)) {
    throw new RangeError(
      `Cannot use Student's t with "degreesOfFreedom": value is ${degreesOfFreedom}; ` +
        `a finite number > 0 is wanted`,
    );
  }
}
