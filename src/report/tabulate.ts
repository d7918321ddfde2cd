import { formatInterval } from "./format_interval.ts";
import { formatNumber } from "./format_number.ts";
import { pickEvenly } from "./pick_evenly.ts";
import type { FigureTable } from "./render_figure.ts";
import type { HistorySummary } from "./summarize_history.ts";
import { renderMessage } from "./text/render_message.ts";

/** The most rows of a chart's table; the published files hold every step. */
const MOST_ROWS = 45;

/** A mean and the range of the seeds at one place. */
export interface RangedMean {
  readonly low: number;
  readonly mean: number;
  readonly high: number;
}

/** Writes a mean, and the range of the seeds where there is one: `0.512 [0.41, 0.63]`. */
export function formatRange(value: RangedMean | undefined): string {
  if (value === undefined || !Number.isFinite(value.mean)) return "–";
  const { low, mean, high } = value;
  return low === high ? formatNumber(mean) : `${formatNumber(mean)} ${formatInterval(low, high)}`;
}

/**
 * Tabulates smoothed histories by step.
 *
 * @param lines Names as trusted markup, and summaries.
 * @returns At most 45 rows, evenly spread.
 */
export function tabulateHistory(
  lines: readonly { readonly name: string; readonly summary: HistorySummary }[],
): FigureTable {
  return tabulateSteps(lines.map(({ name, summary }) => ({ name, band: summary.band })));
}

/** Tabulates bands over steps: one row a step that any of them has. */
export function tabulateSteps(
  lines: readonly {
    readonly name: string;
    readonly band: readonly ({ readonly step: number } & RangedMean)[];
  }[],
): FigureTable {
  const byStep = lines.map(({ band }) => new Map(band.map((point) => [point.step, point])));
  const steps = [...new Set(lines.flatMap(({ band }) => band.map(({ step }) => step)))]
    .sort((one, other) => one - other);
  return {
    head: [renderMessage("step"), ...lines.map(({ name }) => name)],
    rows: pickEvenly(steps, MOST_ROWS).map((step) => [
      formatNumber(step),
      ...byStep.map((points) => formatRange(points.get(step))),
    ]),
  };
}
