import type { TestNumbers } from "./claim_result.ts";
import { formatLevel } from "./format_level.ts";
import { formatShort } from "./format_short.ts";

/** Writes the 95 % interval for a sentence. */
export function describeInterval({ low, high }: TestNumbers): string {
  return `95 % interval ${formatShort(low!)} to ${formatShort(high!)}`;
}

/**
 * Writes the interval that allows for the other claims, where it leaves open what the 95 % interval
 * alone would decide.
 */
export function describeAdjusted({ adjusted }: TestNumbers, count: number): string {
  const { level, low, high } = adjusted!;
  return `the ${formatLevel(level)} % interval, which allows for ${count} claims, is ${
    formatShort(low)
  } to ${formatShort(high)}`;
}

/** Writes p, and p with the correction where there was something to correct for. */
export function describeP({ pValue, adjustedP }: TestNumbers, count: number): string {
  const write = (p: number) => p < 0.001 ? "p < 0.001" : `p = ${p.toFixed(3)}`;
  if (count === 1) return write(pValue!);
  return `${write(pValue!)}, with Holm's correction for ${count} claims ${write(adjustedP!)}`;
}
