import { formatNumber } from "./format_number.ts";

/** What seeds are drawn against. */
export interface DrawSeedsOptions {
  /** The bound. */
  readonly bound: number;
  /** On which side of it the values should be. */
  readonly side: "at least" | "at most";
}

const WIDTH = 320;
const MARGIN = 10;
const BASELINE = 26;
/** Dots of equal values stand on each other, up to this many. */
const MOST_STACKED = 12;

/**
 * Draws the value of each seed as a dot on a line, with the bound and the side of it that is meant.
 * Equal values stand on each other; a run that diverged has no dot.
 *
 * @param values A number for each seed; null where the run diverged.
 * @param options The bound and its side.
 * @returns Inline SVG, hidden from screen readers, as the numbers stand beside it; empty without a
 * value.
 */
export function drawSeeds(
  values: readonly (number | null)[],
  { bound, side }: DrawSeedsOptions,
): string {
  const numbers = values.filter((value) => value !== null).toSorted((a, b) => a - b);
  if (numbers.length === 0) return "";
  const start = Math.min(bound, ...numbers), end = Math.max(bound, ...numbers);
  const width = Math.max(end - start, 1e-12) * 1.3;
  const middle = (start + end) / 2;
  const place = (value: number): number =>
    MARGIN + (WIDTH - 2 * MARGIN) * ((value - middle) / width + 0.5);
  const columns = new Map<string, number>();
  const dots = numbers.map((value) => {
    const x = place(value).toFixed(1);
    const height = columns.get(x) ?? 0;
    columns.set(x, height + 1);
    const y = BASELINE - 5 * Math.min(height, MOST_STACKED) / 2;
    return `<circle class="interval-dot" cx="${x}" cy="${y.toFixed(1)}" r="4"/>`;
  }).join("");
  const line = place(bound).toFixed(1);
  const label = side === "at least"
    ? `<text x="${line}" y="46">${formatNumber(bound)} →</text>`
    : `<text x="${line}" y="46" text-anchor="end">← ${formatNumber(bound)}</text>`;
  return `<svg class="interval" viewBox="0 0 ${WIDTH} 50" aria-hidden="true">` +
    `<path class="interval-axis" d="M0 ${BASELINE}H${WIDTH}"/>` +
    `<path class="interval-zero" d="M${line} 2V34"/>${dots}${label}</svg>`;
}
