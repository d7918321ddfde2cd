import { formatBound } from "../format_bound.ts";
import { formatInterval } from "../format_interval.ts";
import { formatNumber, type FormatNumberOptions } from "../format_number.ts";
import { formatDuration } from "../format_duration.ts";

/**
 * Writes a number for reading, with its full value for sorting and copying; the page writes it the way of its language.
 *
 * @param value Any number; null and NaN read as a dash.
 * @param options Digits and sign.
 * @returns Markup.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { renderNumber } from "./render_number.ts";
 *
 * assertEquals(renderNumber(1234.56), `<data value="1234.56">1,235</data>`);
 * ```
 */
export function renderNumber(
  value: number | null | undefined,
  options: FormatNumberOptions = {},
): string {
  if (value === null || value === undefined || !Number.isFinite(value)) {
    return `<span class="none">${formatNumber(value)}</span>`;
  }
  return `<data value="${value}">${formatNumber(value, options)}</data>`;
}

/** Writes a number that somebody set as it was set: `0.02`, not `0.0200`. */
export function renderSetting(value: number): string {
  return `<data value="${value}">${formatBound(value)}</data>`;
}

/** Writes a number for a sentence: three significant digits, none of them a zero at the end of a fraction. */
export function renderShort(value: number | null): string {
  if (value === null || !Number.isFinite(value)) return renderNumber(value);
  const text = formatNumber(value);
  const short = text.includes(".") && !text.includes("e") ? text.replace(/\.?0+$/, "") : text;
  return `<data value="${value}">${short}</data>`;
}

/** Writes an interval as {@linkcode formatInterval} does, for the page to write the way of its language, and to copy. */
export function renderInterval(low: number | null, high: number | null): string {
  return `<data value="${low ?? ""}" data-high="${high ?? ""}">${formatInterval(low, high)}</data>`;
}

/** Writes a duration, whose units follow the page's language. */
export function renderDuration(elapsedMs: number | null): string {
  if (elapsedMs === null || !Number.isFinite(elapsedMs)) return formatDuration(elapsedMs);
  return `<data value="${elapsedMs}" data-duration>${formatDuration(elapsedMs)}</data>`;
}
