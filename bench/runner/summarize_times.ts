/** Least and middle of several times, in milliseconds. */
export interface Spread {
  readonly minMs: number;
  readonly medianMs: number;
}

/**
 * Summarizes repeated times: the least is what the work costs, the median what it costs here and now.
 *
 * @param times Milliseconds, one or more.
 * @returns Both.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { summarizeTimes } from "./summarize_times.ts";
 *
 * assertEquals(summarizeTimes([3, 1, 8, 4]), { minMs: 1, medianMs: 3.5 });
 * ```
 */
export function summarizeTimes(times: readonly number[]): Spread {
  const sorted = [...times].sort((left, right) => left - right);
  const middle = (sorted.length - 1) / 2;
  const medianMs = (sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2;
  return { minMs: sorted[0], medianMs };
}
