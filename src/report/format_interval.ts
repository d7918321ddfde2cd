import { formatNumber, LEAST_PLAIN } from "./format_number.ts";

const MOST_PLACES = 6;

/**
 * Writes an interval as `[low, high]`, both ends with as many decimals as its width calls for, or with two digits and a
 * power of ten where {@linkcode formatNumber} writes both with one.
 *
 * @param low Lower end, null where one seed allows none.
 * @param high Upper end.
 * @returns The text, or a dash when an end is missing.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { formatInterval } from "./format_interval.ts";
 *
 * assertEquals(formatInterval(0.2134, 1.0712), "[0.21, 1.07]");
 * assertEquals(formatInterval(-0.021, 1.221), "[−0.02, 1.2]");
 * assertEquals(formatInterval(-2.1e-7, 5e-6), "[−2.1e−7, 5.0e−6]");
 * assertEquals(formatInterval(null, null), "–");
 * ```
 */
export function formatInterval(low: number | null, high: number | null): string {
  if (low === null || high === null) return "–";
  if (high - low <= 1e-9 * Math.abs(high)) return `[${formatNumber(low)}, ${formatNumber(high)}]`;
  if (Math.max(Math.abs(low), Math.abs(high)) < LEAST_PLAIN) {
    return `[${formatNumber(low, { digits: 2 })}, ${formatNumber(high, { digits: 2 })}]`;
  }
  const places = countPlaces(high - low);
  return `[${formatEnd(low, places)}, ${formatEnd(high, places)}]`;
}

/** An end that is not 0 has as many decimals as tell it from 0, so that one sees on which side of it the interval lies. */
function formatEnd(value: number, places: number): string {
  const isHidden = value !== 0 && places < MOST_PLACES && Number(value.toFixed(places)) === 0;
  return isHidden ? formatEnd(value, places + 1) : formatFixed(value, places);
}

/** Decimals that keep two significant digits of a width. */
export function countPlaces(width: number): number {
  return Math.min(MOST_PLACES, Math.max(0, 1 - Math.floor(Math.log10(width) + 1e-9)));
}

/** Writes a number with a fixed count of decimals, commas and a true minus sign. */
export function formatFixed(value: number, places: number): string {
  const text = Math.abs(value).toFixed(places);
  const sign = value < 0 && Number(text) !== 0 ? "−" : "";
  const [whole, fraction] = text.split(".");
  const grouped = Number(whole) < 1e9 ? formatNumber(Number(whole)) : whole;
  return sign + grouped + (fraction === undefined ? "" : `.${fraction}`);
}
