import { formatBound } from "./format_bound.ts";
import { formatNumber } from "./format_number.ts";

/** What seeds are drawn against. */
export interface DrawSeedsOptions {
  /** The bound. */
  readonly bound: number;
  /** On which side of it the values should be. */
  readonly side: "at least" | "at most";
}

const WIDTH = 320;
const MARGIN = 12;
const RADIUS = 3.6;
/** Height of the tallest stack of dots; more of them overlap. */
const STACK = 44;

/**
 * Draws the value of each seed as a dot on a line, with the bound and the side of it that is meant.
 * Equal values stand on each other; a run without a value has no dot.
 *
 * @param values A number for each seed; null where the run has none.
 * @param options The bound and its side.
 * @returns Inline SVG, hidden from screen readers, as the numbers stand beside it; empty without a
 * value.
 */
export function drawSeeds(
  values: readonly (number | null)[],
  { bound, side }: DrawSeedsOptions,
): string {
  const numbers = values.filter((value) => value !== null);
  if (numbers.length === 0) return "";
  const start = Math.min(bound, ...numbers), end = Math.max(bound, ...numbers);
  const width = Math.max(end - start, 1e-12) * 1.3;
  const place = (value: number): number =>
    MARGIN + (WIDTH - 2 * MARGIN) * ((value - (start + end) / 2) / width + 0.5);
  const stacks = new Map<string, number>();
  for (const value of numbers) {
    const x = place(value).toFixed(1);
    stacks.set(x, (stacks.get(x) ?? 0) + 1);
  }
  const most = Math.max(...stacks.values());
  const gap = Math.min(2 * RADIUS, STACK / most);
  const baseline = 10 + gap * (most - 1) + RADIUS;
  const dots = [...stacks].flatMap(([x, count]) =>
    Array.from({ length: count }, (_, row) => {
      const y = (baseline - row * gap).toFixed(1);
      return `<circle class="interval-dot" cx="${x}" cy="${y}" r="${RADIUS}"/>`;
    })
  ).join("");
  const axis = (baseline + RADIUS + 1).toFixed(1);
  const foot = (baseline + 24).toFixed(1);
  const line = place(bound);
  return `<svg class="interval" viewBox="0 0 ${WIDTH} ${
    Math.ceil(baseline + 30)
  }" aria-hidden="true"><path class="interval-axis" d="M0 ${axis}H${WIDTH}"/>` +
    `<path class="interval-zero" d="M${line.toFixed(1)} 2V${
      (baseline + RADIUS + 8).toFixed(1)
    }"/>${dots}${labelBound(line, { bound, side, foot })}${
      labelWorst(numbers, { line, side, place, foot })
    }</svg>`;
}

function labelBound(
  line: number,
  { bound, side, foot }: DrawSeedsOptions & { readonly foot: string },
): string {
  const text = formatBound(bound);
  const start = line.toFixed(1);
  return side === "at least"
    ? `<text x="${start}" y="${foot}">${text} →</text>`
    : `<text x="${start}" y="${foot}" text-anchor="end">← ${text}</text>`;
}

/** The value farthest on the wrong side, where there is room beside the bound's label. */
function labelWorst(
  numbers: readonly number[],
  { line, side, place, foot }: {
    readonly line: number;
    readonly side: DrawSeedsOptions["side"];
    readonly place: (value: number) => number;
    readonly foot: string;
  },
): string {
  const worst = side === "at least" ? Math.min(...numbers) : Math.max(...numbers);
  const x = place(worst);
  const distance = side === "at least" ? line - x : x - line;
  if (distance < 30) return "";
  return `<text x="${x.toFixed(1)}" y="${foot}" text-anchor="middle">${formatNumber(worst)}</text>`;
}
