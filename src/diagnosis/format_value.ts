/**
 * Writes a number for a sentence of evidence: three significant digits, thousands with commas.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { formatValue } from "./format_value.ts";
 *
 * assertEquals(formatValue(2.30017), "2.3");
 * assertEquals(formatValue(12_345), "12,345");
 * assertEquals(formatValue(0.00012345), "0.000123");
 * ```
 */
export function formatValue(value: number): string {
  if (value !== 0 && Math.abs(value) < 1e-4) return value.toExponential(2);
  const digits = Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3));
  return digits.toLocaleString("en-US", { maximumFractionDigits: 10 });
}
