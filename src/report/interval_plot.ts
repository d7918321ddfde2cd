import { escapeHtml } from "./escape_html.ts";
import { type MessageKey, MESSAGES } from "./text/messages.ts";
import { formatBound } from "./format_bound.ts";

/** What is drawn. */
export interface DrawnInterval {
  /** The difference, or the mean. */
  readonly difference: number;
  /** Lower end of its 95 % interval. */
  readonly low: number;
  /** Upper end of it. */
  readonly high: number;
  /** The wider interval that the verdict goes by, drawn as a thin line; absent or null: none. */
  readonly adjusted?: { readonly low: number; readonly high: number } | null;
}

/** What an interval is drawn with. */
export interface DrawIntervalOptions {
  /** Words at the left end of the line, where the value is below the origin. */
  readonly below: SideWords;
  /** Words at the right end, where it is above the origin. */
  readonly above: SideWords;
  /** What the interval is seen against: 0 for a difference, or a bound. @default {0} */
  readonly origin?: number;
}

/** A name, or words that follow the page's language. */
export type SideWords = string | { readonly t: MessageKey };

const WIDTH = 320;
const MARGIN = 10;

/**
 * Draws a difference, or a mean, with its interval on a line through zero, or through a bound.
 *
 * @param interval The value and both ends of its interval; all finite.
 * @param options Words for both sides, and what it is seen against.
 * @returns Inline SVG, hidden from screen readers, as the numbers stand beside it.
 */
export function drawInterval(
  interval: DrawnInterval,
  options: DrawIntervalOptions,
): string {
  const { difference, low, high } = interval;
  const { origin = 0 } = options;
  const wide = interval.adjusted ?? { low, high };
  const start = Math.min(origin, wide.low, low, difference);
  const end = Math.max(origin, wide.high, high, difference);
  const width = Math.max(end - start, 1e-12) * 1.16;
  const middle = (start + end) / 2;
  const place = (value: number) =>
    (MARGIN + (WIDTH - 2 * MARGIN) * ((value - middle) / width + 0.5)).toFixed(1);
  const zero = place(origin);
  return `<svg class="interval" viewBox="0 0 ${WIDTH} 50" aria-hidden="true">` +
    `<path class="interval-axis" d="M0 18H${WIDTH}"/>` +
    `<path class="interval-zero" d="M${zero} 4V32"/>` +
    (wide.low < low || wide.high > high
      ? `<path class="interval-wide" d="M${place(wide.low)} 18H${place(wide.high)}"/>`
      : "") +
    `<path class="interval-bar" d="M${place(low)} 18H${place(high)}M${place(low)} 12v12M${
      place(high)
    } 12v12"/>` +
    `<circle class="interval-dot" cx="${place(difference)}" cy="18" r="5.5"/>` +
    `<text x="${clampLabel(Number(zero))}" y="46" text-anchor="middle">${
      formatBound(origin)
    }</text>` +
    sideLabel(Number(zero), options) + `</svg>`;
}

function clampLabel(x: number): number {
  return Math.min(WIDTH - 5, Math.max(5, x));
}

/** Words on a side of zero that is too narrow for them are left out. */
function sideLabel(zero: number, options: DrawIntervalOptions): string {
  const gap = 10.8 + 3.2 * formatBound(options.origin ?? 0).length;
  const room = (words: SideWords, space: number) =>
    (typeof words === "string" ? words : MESSAGES[words.t].en).length * 6.2 + 24 < space;
  const below = room(options.below, zero)
    ? `<text x="${(zero - gap).toFixed(1)}" y="46" text-anchor="end">← ${
      writeWords(options.below)
    }</text>`
    : "";
  const above = room(options.above, WIDTH - zero)
    ? `<text x="${(zero + gap).toFixed(1)}" y="46">${writeWords(options.above)} →</text>`
    : "";
  return below + above;
}

function writeWords(words: SideWords): string {
  if (typeof words === "string") return escapeHtml(words);
  return `<tspan data-t="${words.t}">${escapeHtml(MESSAGES[words.t].en)}</tspan>`;
}
