import { computeNormalCdf } from "./normal.ts";
import { doubleSmallerTail, type RankTest, type RankTestOptions } from "./rank_test.ts";
import { rankTwice, sumTieCubes } from "./rank_values.ts";

/** Counting all orders takes about n⁴ steps. */
const MOST_EXACT = 60;

/**
 * Tests two independent groups for a shift by the rank-sum test of Mann, Whitney and Wilcoxon.
 *
 * Only the order of the values counts, so that no normality is assumed and one wild seed has little
 * weight. Ties share ranks; p is exact given the ties, or normal with their correction and without
 * one for continuity. With 3 and 3 values p is never below 0.1, with 4 and 4 never below 0.029.
 *
 * @param first At least 1 finite value.
 * @param second At least 1 finite value.
 * @param options How p is found; exact up to 60 values in all.
 * @returns U of the first group: pairs in which its value is the larger, ties as half; and p.
 * @throws {RangeError} If a group is empty, or a value is not finite.
 * @example
 * ```ts
 * import { assertAlmostEquals, assertEquals } from "@std/assert";
 * import { testRankSum } from "./mann_whitney_test.ts";
 *
 * const { statistic, pValue } = testRankSum([7, 8, 9], [1, 2, 3]);
 * assertEquals(statistic, 9);
 * assertAlmostEquals(pValue, 0.1);
 * ```
 *
 * Source: Mann & Whitney 1947, "On a test of whether one of two random variables is stochastically
 * larger than the other".
 */
export function testRankSum(
  first: readonly number[],
  second: readonly number[],
  options: RankTestOptions = {},
): RankTest {
  const values = [...first, ...second];
  if (first.length === 0 || second.length === 0 || !values.every(Number.isFinite)) {
    throw new RangeError(
      `Cannot rank groups of "${first.length} and ${second.length}" values: ` +
        `at least 1 finite value is wanted in each, and none that is not finite`,
    );
  }
  const ranks = rankTwice(values);
  const observed = ranks.slice(0, first.length).reduce((sum, rank) => sum + rank, 0);
  const statistic = observed / 2 - first.length * (first.length + 1) / 2;
  const isExact = (options.method ?? (values.length <= MOST_EXACT ? "exact" : "normal")) ===
    "exact";
  const pValue = isExact
    ? doubleSmallerTail(countChoices(ranks, first.length), observed)
    : approximate(statistic, first.length, ranks);
  return { statistic, pValue, isExact };
}

/** Chance of each sum of `size` doubled ranks when every choice of them is equally likely. */
function countChoices(ranks: readonly number[], size: number): Float64Array {
  const total = ranks.reduce((sum, rank) => sum + rank, 0);
  const chosen = Array.from({ length: size + 1 }, () => new Float64Array(total + 1));
  chosen[0][0] = 1;
  let reach = 0;
  for (const [at, rank] of ranks.entries()) {
    reach += rank;
    for (let count = Math.min(size, at + 1); count >= 1; count--) {
      for (let sum = reach; sum >= rank; sum--) {
        chosen[count][sum] += chosen[count - 1][sum - rank];
      }
    }
  }
  const all = chosen[size].reduce((sum, count) => sum + count, 0);
  return chosen[size].map((count) => count / all);
}

function approximate(statistic: number, size: number, ranks: readonly number[]): number {
  const n = ranks.length, pairs = size * (n - size);
  const variance = pairs / 12 * (n + 1 - sumTieCubes(ranks) / (n * (n - 1)));
  if (variance === 0) return 1;
  const z = (statistic - pairs / 2) / Math.sqrt(variance);
  return Math.min(1, 2 * computeNormalCdf(-Math.abs(z)));
}
