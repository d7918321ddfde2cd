import { computeNoncentralT } from "./noncentral_t.ts";
import { findCriticalValue } from "./student_t.ts";

/** A difference of means as a test with some number of seeds would see it. */
export interface PlannedTest {
  /** The difference that is assumed to be there. */
  readonly difference: number;
  /** Its standard error, > 0. */
  readonly standardError: number;
  /** Degrees of freedom of that error. */
  readonly degreesOfFreedom: number;
  /** 1 minus the chance of a false finding that the test allows itself. */
  readonly level: number;
}

/** Beyond this δ every test decides. */
const CERTAIN = 500;

/**
 * Computes the power of a two-sided t test: its chance of finding a difference that is there.
 *
 * @param test Difference, standard error, degrees of freedom and level.
 * @returns The chance, from 1 - level for no difference up to 1.
 * @throws {RangeError} If the degrees of freedom or the level are out of range.
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { computePower } from "./power.ts";
 *
 * const test = { difference: 0, standardError: 1, degreesOfFreedom: 9, level: 0.95 };
 * assertAlmostEquals(computePower(test), 0.05, 1e-12);
 * ```
 *
 * Source: Cohen 1988, "Statistical Power Analysis for the Behavioral Sciences", 2.2.
 */
export function computePower(test: PlannedTest): number {
  const { difference, standardError, degreesOfFreedom, level } = test;
  const noncentrality = Math.abs(difference) / standardError;
  const critical = findCriticalValue(level, degreesOfFreedom);
  if (noncentrality > critical + CERTAIN) return 1;
  const options = { degreesOfFreedom, noncentrality };
  return 1 - computeNoncentralT(critical, options) + computeNoncentralT(-critical, options);
}

/** The power that a plan aims at. */
export const WANTED_POWER = 0.8;
/** More seeds than this are not counted. */
export const MOST_MORE_SEEDS = 100;

/**
 * Finds how many more seeds a side would decide a claim with a power of 80 %.
 *
 * It takes the difference and the spread that were seen for the true ones. They are estimates, and
 * with few seeds rough ones: the count is an order of magnitude, not a promise.
 *
 * @param testAt The test with so many more seeds a side; its power must grow with them.
 * @returns From 1 to 100; null where 100 would not do.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { findMoreSeeds } from "./power.ts";
 *
 * const testAt = (more: number) => ({
 *   difference: 0.5,
 *   standardError: 1 / Math.sqrt(10 + more),
 *   degreesOfFreedom: 9 + more,
 *   level: 0.95,
 * });
 * assertEquals(findMoreSeeds(testAt), 24); // 34 in all, as in Cohen's tables
 * ```
 */
export function findMoreSeeds(testAt: (more: number) => PlannedTest): number | null {
  const isEnough = (more: number): boolean => computePower(testAt(more)) >= WANTED_POWER;
  if (!isEnough(MOST_MORE_SEEDS)) return null;
  let low = 0, high = MOST_MORE_SEEDS;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isEnough(middle)) high = middle;
    else low = middle;
  }
  return high;
}
