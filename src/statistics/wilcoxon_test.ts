import { computeNormalCdf } from "./normal.ts";
import { doubleSmallerTail, type RankTest, type RankTestOptions } from "./rank_test.ts";
import { rankTwice, sumTieCubes } from "./rank_values.ts";

/** Counting all signs takes n³ steps. */
const MOST_EXACT = 100;

/**
 * Tests paired differences for symmetry around 0 by the signed-rank test of Wilcoxon.
 *
 * Only ranks count, so that no normality is assumed and one wild seed has little weight. Zeros are
 * dropped, ties share ranks; p is exact given the ties, or normal without continuity correction.
 * With n pairs p is never below 2^(1 - n): 0.25 for 3, 0.0625 for 5.
 *
 * @param differences One a seed; finite.
 * @param options How p is found; exact up to 100 differences that are not 0.
 * @returns The sum of the ranks of positive differences, and the p value; 1 where all are 0.
 * @throws {RangeError} If a difference is not finite.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { testSignedRanks } from "./wilcoxon_test.ts";
 *
 * const { statistic, pValue } = testSignedRanks([1, 2, 3, 4, 5]);
 * assertEquals([statistic, pValue], [15, 2 / 32]);
 * ```
 *
 * Source: Wilcoxon 1945, "Individual comparisons by ranking methods".
 */
export function testSignedRanks(
  differences: readonly number[],
  options: RankTestOptions = {},
): RankTest {
  const bad = differences.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) {
    throw new RangeError(
      `Cannot rank "differences[${bad}]": value is ${differences[bad]}; a finite number is wanted`,
    );
  }
  const kept = differences.filter((value) => value !== 0);
  const ranks = rankTwice(kept.map(Math.abs));
  const observed = ranks.reduce((sum, rank, at) => kept[at] > 0 ? sum + rank : sum, 0);
  const isExact = (options.method ?? (kept.length <= MOST_EXACT ? "exact" : "normal")) === "exact";
  const pValue = kept.length === 0
    ? 1
    : isExact
    ? doubleSmallerTail(countSigns(ranks), observed)
    : approximate(observed / 2, ranks);
  return { statistic: observed / 2, pValue, isExact };
}

/** Chance of each sum of doubled positive ranks when every sign is a fair coin. */
function countSigns(ranks: readonly number[]): Float64Array {
  const total = ranks.reduce((sum, rank) => sum + rank, 0);
  const chances = new Float64Array(total + 1);
  chances[0] = 1;
  let reach = 0;
  for (const rank of ranks) {
    reach += rank;
    for (let sum = reach; sum >= 0; sum--) {
      chances[sum] = (chances[sum] + (sum >= rank ? chances[sum - rank] : 0)) / 2;
    }
  }
  return chances;
}

function approximate(statistic: number, ranks: readonly number[]): number {
  const n = ranks.length;
  const variance = n * (n + 1) * (2 * n + 1) / 24 - sumTieCubes(ranks) / 48;
  const z = (statistic - n * (n + 1) / 4) / Math.sqrt(variance);
  return Math.min(1, 2 * computeNormalCdf(-Math.abs(z)));
}
