import { inferDifference, type MeanDifference } from "./mean_difference.ts";
import { computeMoments } from "./moments.ts";
import type { IntervalOptions } from "./student_interval.ts";

/**
 * Tests paired values for equal means: t = d̄ / (s_d / √n) over the differences d of the pairs,
 * with n - 1 degrees of freedom.
 *
 * Value i of both sides must come from the same seed. It gains on Welch's test only as far as a
 * seed moves both variants alike, and pays with half the degrees of freedom.
 *
 * @param first At least 2 finite values.
 * @param second As many, in the same order.
 * @param options The coverage of the interval.
 * @returns The mean of first minus second, with interval and p value.
 * @throws {TypeError} If the sides differ in length.
 * @throws {RangeError} If there are fewer than 2 pairs, or a value is not finite.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { testPaired } from "./paired_test.ts";
 *
 * const { difference, pValue } = testPaired([3, 5, 9], [1, 3, 7]);
 * assertEquals(difference, 2);
 * assertEquals(pValue, 0);
 * ```
 *
 * Source: Student 1908, "The probable error of a mean".
 */
export function testPaired(
  first: readonly number[],
  second: readonly number[],
  options: IntervalOptions = {},
): MeanDifference {
  if (first.length !== second.length) {
    throw new TypeError(
      `Cannot pair "${first.length} and ${second.length}" values: one side is longer; ` +
        `one value of each side for every seed is wanted`,
    );
  }
  const { n, mean, sd } = computeMoments(subtractPairs(first, second));
  if (sd === null) {
    throw new RangeError(`Cannot test "${n}" pair: at least 2 are wanted`);
  }
  return inferDifference(
    { difference: mean, standardError: sd / Math.sqrt(n), degreesOfFreedom: n - 1 },
    options.level ?? 0.95,
  );
}

/**
 * Subtracts pair by pair. Differences that are equal but for the rounding of their values, as of 0.3 - 0.1 and
 * 0.5 - 0.3, come out equal: their spread would be noise.
 *
 * @param first Finite values.
 * @param second As many.
 * @returns first minus second.
 */
export function subtractPairs(first: readonly number[], second: readonly number[]): number[] {
  const largest = Math.max(...first.map(Math.abs), ...second.map(Math.abs));
  const rounding = 4 * Number.EPSILON * largest;
  const differences = first.map((value, at) => value - second[at]);
  return differences.map((value) =>
    Math.abs(value - differences[0]) <= rounding ? differences[0] : value
  );
}
