import type { TestNumbers } from "./claim_result.ts";
import { correctHolm, type HolmCorrection } from "./holm.ts";
import { UNTESTED } from "./infer_claim.ts";
import { LEAST_SEEDS } from "./least_seeds.ts";
import { inferDifference } from "./mean_difference.ts";
import { computeMoments } from "./moments.ts";
import { testDifference } from "./test_difference.ts";

/** Values of the same quantity by seed, on two sides. */
export interface SeedGroups {
  readonly first: Readonly<Record<string, number>>;
  readonly second: Readonly<Record<string, number>>;
}

/** How two groups differ; what needs a test is null below 3 seeds. */
export interface GroupComparison extends Omit<TestNumbers, "moreSeeds"> {
  /** Whether values of the same seed were paired, or the groups taken as independent. */
  readonly test: "paired" | "welch";
  /** Mean of the second minus mean of the first; null where a side has no value. */
  readonly difference: number | null;
  /** Seeds used of each side. */
  readonly n: readonly [number, number];
}

const { moreSeeds: _, ...NOT_TESTED } = UNTESTED;

/**
 * Compares groups of runs, second minus first, all together: paired over the seeds that both sides have, where these
 * are at least 3, else by Welch's test over all values, and with Holm's correction over all that were tested.
 *
 * A pair of groups that is equal by construction, as results of the same bytes are, tests nothing and should be left
 * out, as it makes the others' correction stricter.
 *
 * @param pairs Groups; any number of values, all finite.
 * @param alpha The chance of even one false finding over all of them, in (0, 1).
 * @returns A comparison of each, in order.
 * @throws {RangeError} If a value is not finite.
 * @example
 * ```ts
 * import { assertAlmostEquals, assertEquals } from "@std/assert";
 * import { compareGroups } from "./compare_groups.ts";
 *
 * const first = { 1: 4, 2: 6, 3: 8 };
 * const [paired, apart] = compareGroups([
 *   { first, second: { 1: 5, 2: 8, 3: 11 } },
 *   { first, second: { 7: 1, 8: 3, 9: 5 } },
 * ]);
 * assertEquals([paired.test, paired.difference], ["paired", 2]);
 * assertAlmostEquals(paired.low!, 2 - 4.302652729911275 / Math.sqrt(3));
 * assertEquals([apart.test, apart.difference], ["welch", -3]);
 * ```
 */
export function compareGroups(pairs: readonly SeedGroups[], alpha = 0.05): GroupComparison[] {
  const chosen = pairs.map(chooseValues);
  const tests = chosen.map(({ first, second, test }) =>
    Math.min(first.length, second.length) < LEAST_SEEDS
      ? null
      : testDifference(second, first, { test })
  );
  const pValues = tests.flatMap((test) => test === null ? [] : [test.pValue]);
  const corrections = correctHolm(pValues, alpha).values();
  return chosen.map(({ first, second, test }, at) => {
    const found = tests[at];
    const n = [first.length, second.length] as const;
    if (found === null) {
      const difference = Math.min(...n) === 0
        ? null
        : computeMoments(second).mean - computeMoments(first).mean;
      return { test, difference, n, ...NOT_TESTED };
    }
    const { adjustedP, level } = corrections.next().value as HolmCorrection;
    const { estimate, pValue, effectSize, rankP } = found;
    const { difference, low, high } = inferDifference(estimate, 0.95);
    const wide = inferDifference(estimate, level);
    return {
      test,
      difference,
      n,
      low,
      high,
      pValue,
      adjustedP,
      adjusted: { level, low: wide.low, high: wide.high },
      effectSize,
      rankP,
    };
  });
}

interface ChosenValues {
  readonly first: readonly number[];
  readonly second: readonly number[];
  readonly test: "paired" | "welch";
}

/** Values of common seeds where these are enough, or where nothing could be tested anyway. */
function chooseValues({ first, second }: SeedGroups): ChosenValues {
  const common = Object.keys(first).filter((seed) => Object.hasOwn(second, seed));
  const least = Math.min(Object.keys(first).length, Object.keys(second).length);
  const isPaired = common.length >= LEAST_SEEDS || (common.length > 0 && least < LEAST_SEEDS);
  if (!isPaired) {
    return { first: Object.values(first), second: Object.values(second), test: "welch" };
  }
  return {
    first: common.map((seed) => first[seed]),
    second: common.map((seed) => second[seed]),
    test: "paired",
  };
}
