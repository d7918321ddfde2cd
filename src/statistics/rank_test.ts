/** What a test of ranks found. */
export interface RankTest {
  /** The sum of the ranks, or of the pairs, that speak for the first side. */
  readonly statistic: number;
  /** Two-sided p value of "neither side is larger". */
  readonly pValue: number;
  /** Whether p is exact, by counting all orders, or from the normal distribution. */
  readonly isExact: boolean;
}

/** Options of the tests of ranks. */
export interface RankTestOptions {
  /** How p is found. Unless given: exact up to a size at which counting is still fast. */
  readonly method?: "exact" | "normal";
}

/**
 * Twice the smaller tail of a distribution on whole numbers that is symmetric or not, at most 1.
 *
 * @param chances Chance of each sum 0, 1, 2, …; they sum to 1.
 * @param observed The sum that was seen.
 */
export function doubleSmallerTail(chances: Float64Array, observed: number): number {
  let below = 0, above = 0;
  for (let sum = 0; sum < chances.length; sum++) {
    if (sum <= observed) below += chances[sum];
    if (sum >= observed) above += chances[sum];
  }
  return Math.min(1, 2 * Math.min(below, above));
}
