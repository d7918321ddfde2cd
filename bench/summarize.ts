/** What rounds say of one competitor: milliseconds a step. */
export interface Timing {
  readonly minMs: number;
  readonly medianMs: number;
}

/**
 * Smallest and middle value; the mean of the middle two for an even number.
 *
 * @param rounds Milliseconds a step, one value a round, at least one.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { summarizeRounds } from "./summarize.ts";
 *
 * assertEquals(summarizeRounds([3, 1, 2, 10]), { minMs: 1, medianMs: 2.5 });
 * ```
 */
export function summarizeRounds(rounds: readonly number[]): Timing {
  const sorted = rounds.toSorted((first, second) => first - second);
  const middle = (sorted.length - 1) / 2;
  return {
    minMs: sorted[0],
    medianMs: (sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2,
  };
}
