/** What is left of one p value among others. */
export interface HolmCorrection {
  /** The p value after correction, in [0, 1]. */
  readonly adjustedP: number;
  /** Coverage of the interval that excludes "no effect" just when `adjustedP` is below alpha. */
  readonly level: number;
}

/**
 * Corrects p values of several tests for one another, so that the chance of even one false finding
 * stays below alpha, whatever the tests have to do with each other (Holm's step-down).
 *
 * The smallest of m is taken m times, the next m - 1 times, and so on, none below one before it. A
 * test that is refused lends its strictness to all after it; `level` says which one a test met.
 *
 * @param pValues Any number of p values in [0, 1], in any order.
 * @param alpha The chance of a false finding over all of them, in (0, 1); 0.05 unless given.
 * @returns A correction for each, in the order given.
 * @throws {RangeError} If a p value is outside [0, 1].
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { correctHolm } from "./holm.ts";
 *
 * const corrections = correctHolm([0.01, 0.5]);
 * assertEquals(corrections.map(({ adjustedP }) => adjustedP), [0.02, 0.5]);
 * assertEquals(corrections.map(({ level }) => level), [0.975, 0.95]);
 * ```
 *
 * Source: Holm 1979, "A simple sequentially rejective multiple test procedure".
 */
export function correctHolm(pValues: readonly number[], alpha = 0.05): HolmCorrection[] {
  const bad = pValues.findIndex((p) => !(p >= 0 && p <= 1));
  if (bad >= 0) {
    throw new RangeError(
      `Cannot correct "pValues[${bad}]": value is ${pValues[bad]}; a number in [0, 1] is wanted`,
    );
  }
  const count = pValues.length;
  const order = pValues.map((_, index) => index)
    .sort((one, other) => pValues[one] - pValues[other] || one - other);
  const corrections: HolmCorrection[] = new Array(count);
  let adjustedP = 0, divisor = count;
  for (const [rank, index] of order.entries()) {
    const wasRejected = adjustedP <= alpha;
    if (wasRejected) divisor = count - rank;
    adjustedP = Math.max(adjustedP, Math.min(1, (count - rank) * pValues[index]));
    corrections[index] = { adjustedP, level: 1 - alpha / divisor };
  }
  return corrections;
}
