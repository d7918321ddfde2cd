import { normalizeCounts } from "./normalize_counts.ts";

/**
 * Measures the entropy of a histogram in nats: H = -Σ p ln p, with 0 ln 0 = 0 and p = count / Σ
 * count.
 *
 * Counts [k]; the result is in [0, ln k], 2.303 for ten classes of equal size. Cost O(k).
 *
 * High entropy says that classes are balanced, not that samples are good: noise can be judged as
 * all ten. The plain estimate is low by about (k - 1) / 2n nats, 0.0005 at ten classes and 10,000
 * samples.
 *
 * @param counts Samples of each class.
 * @returns The entropy in nats.
 * @throws {RangeError} If a count is negative, or if all are 0.
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { measureEntropy } from "./entropy.ts";
 *
 * assertAlmostEquals(measureEntropy([5, 5, 0]), Math.log(2));
 * ```
 *
 * Source: Shannon 1948; bias: Miller 1955.
 */
export function measureEntropy(counts: ArrayLike<number>): number {
  let entropy = 0;
  for (const share of normalizeCounts(counts)) {
    if (share > 0) entropy -= share * Math.log(share);
  }
  return Math.max(0, entropy);
}
