import {
  type EstimatedDifference,
  inferDifference,
  type MeanDifference,
} from "./mean_difference.ts";
import { computeMoments } from "./moments.ts";
import type { IntervalOptions } from "./student_interval.ts";

/**
 * Tests two independent groups for equal means without assuming equal spread: t = (m₁ - m₂) /
 * √(s₁²/n₁ + s₂²/n₂), with the degrees of freedom of Welch and Satterthwaite.
 *
 * For runs whose seeds share nothing between variants; where they share data order and latents, the
 * paired test is sharper. With 3 values a side it sees only differences of several standard
 * deviations.
 *
 * @param first At least 2 finite values.
 * @param second At least 2 finite values.
 * @param options The coverage of the interval.
 * @returns First mean minus second, with interval and p value.
 * @throws {RangeError} If a side has fewer than 2 values, or a value is not finite.
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { testWelch } from "./welch_test.ts";
 *
 * const { difference, degreesOfFreedom } = testWelch([4, 6, 8], [1, 3, 5]);
 * assertAlmostEquals(difference, 3);
 * assertAlmostEquals(degreesOfFreedom, 4);
 * ```
 *
 * Source: Welch 1947, "The generalization of Student's problem when several different population
 * variances are involved".
 */
export function testWelch(
  first: readonly number[],
  second: readonly number[],
  options: IntervalOptions = {},
): MeanDifference {
  const [a, b] = [first, second].map(computeMoments);
  if (a.sd === null || b.sd === null) {
    throw new RangeError(
      `Cannot test groups of "${first.length} and ${second.length}" values: at least 2 are wanted in each`,
    );
  }
  const error = estimateWelchError({ n: a.n, sd: a.sd }, { n: b.n, sd: b.sd });
  return inferDifference({ difference: a.mean - b.mean, ...error }, options.level ?? 0.95);
}

/** Size and spread of a group. */
export interface GroupSpread {
  /** How many values, >= 2. */
  readonly n: number;
  /** Their standard deviation. */
  readonly sd: number;
}

/** Standard error of a difference of two means, with the degrees of freedom of Satterthwaite. */
export function estimateWelchError(
  first: GroupSpread,
  second: GroupSpread,
): Omit<EstimatedDifference, "difference"> {
  const [a, b] = [first, second].map(({ n, sd }) => sd * sd / n);
  const error = a + b;
  const degreesOfFreedom = error === 0
    ? first.n + second.n - 2
    : 1 / ((a / error) ** 2 / (first.n - 1) + (b / error) ** 2 / (second.n - 1));
  return { standardError: Math.sqrt(error), degreesOfFreedom };
}
