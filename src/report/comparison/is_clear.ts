import type { ComparedMean } from "./comparison_data.ts";

/** Whether a mean differs beyond chance: its interval, widened for all other tests, is off 0. */
export function isClear({ difference }: Pick<ComparedMean, "difference">): boolean {
  const wide = difference?.adjusted;
  return wide !== null && wide !== undefined && (wide.low > 0 || wide.high < 0);
}
