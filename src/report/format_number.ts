/** How {@linkcode formatNumber} writes. */
export interface FormatNumberOptions {
  /** Significant digits of the fraction's rounding. @default {3} */
  readonly digits?: number;
  /** Whether a positive number gets a plus sign. @default {false} */
  readonly signed?: boolean;
}

/** Sizes below it are written with a power of ten. */
export const LEAST_PLAIN = 1e-4;

/**
 * Writes a number for reading: about three significant digits, whole digits never rounded away below 100,000,
 * commas between thousands and a true minus sign.
 *
 * @param value Any number; NaN and null read as a dash.
 * @param options Digits and sign.
 * @returns The text, without markup.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { formatNumber } from "./format_number.ts";
 *
 * assertEquals(formatNumber(0.06183), "0.0618");
 * assertEquals(formatNumber(-1234.5), "−1,235");
 * assertEquals(formatNumber(2, { signed: true }), "+2");
 * ```
 */
export function formatNumber(
  value: number | null | undefined,
  options: FormatNumberOptions = {},
): string {
  if (value === null || value === undefined || Number.isNaN(value)) return "–";
  const { digits = 3, signed = false } = options;
  const sign = value < 0 ? "−" : signed && value > 0 ? "+" : "";
  const size = Math.abs(value);
  if (size === Infinity) return `${sign}∞`;
  return sign + formatSize(size, digits);
}

function formatSize(size: number, digits: number): string {
  if (size === 0) return "0";
  if (size < LEAST_PLAIN || size >= 1e9) return formatPower(size, digits);
  if (Number.isInteger(size)) return withCommas(String(size));
  const exponent = Math.floor(Math.log10(Number(size.toPrecision(digits))));
  const places = Math.max(0, digits - 1 - exponent);
  const [whole, fraction] = size.toFixed(places).split(".");
  return withCommas(whole) + (fraction === undefined ? "" : `.${fraction}`);
}

function formatPower(size: number, digits: number): string {
  const [mantissa, power] = size.toExponential(digits - 1).split("e");
  return `${mantissa}e${power.replace("+", "").replace("-", "−")}`;
}

function withCommas(whole: string): string {
  return whole.replace(/\B(?=(\d{3})+$)/g, ",");
}
