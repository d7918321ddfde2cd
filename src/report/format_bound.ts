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
 * assertEquals([2.5, 0.8, 8, -0.125].map(formatBound), ["2.5", "0.8", "8", "−0.125"]);
 * ```
 */
export function formatBound(value: number): string {
  const text = formatNumber(value, { digits: 6 });
  return text.includes(".") && !text.includes("e") ? text.replace(/\.?0+$/, "") : text;
}
