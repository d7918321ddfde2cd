import { formatNumber } from "./format_number.ts";

/**
 * Writes a bound as its author did: up to six significant digits, without zeros at the end.
 *
 * @param value The bound.
 * @returns The text, without markup.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { formatBound } from "./format_bound.ts";
 *
 * assertEquals([2.5, 8, -0.125, 5e-5].map(formatBound), ["2.5", "8", "−0.125", "5e−5"]);
 * ```
 */
export function formatBound(value: number): string {
  const text = formatNumber(value, { digits: 6 });
  return text.includes(".") ? text.replace(/\.?0+(?=e|$)/, "") : text;
}
