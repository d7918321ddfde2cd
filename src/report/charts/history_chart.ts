import type { TopLevelSpec } from "vega-lite";
import type { Domain } from "../choose_domain.ts";
import type { HistorySummary } from "../summarize_history.ts";
import { CHART_HEIGHT, CHART_WIDTH } from "./chart_theme.ts";
import { makeStepAxis } from "./step_axis.ts";
import { makeValueAxis } from "./value_axis.ts";

/** One quantity in a history chart. */
export interface HistoryLine {
  readonly color: string;
  readonly dash: readonly number[];
  readonly summary: HistorySummary;
}

/** What a history chart is drawn with. */
export interface HistoryChartOptions {
  /** The vertical axis; what lies beyond it is cut off. */
  readonly axis: Domain;
  /** The last step of the longest run of the experiment. */
  readonly lastStep: number;
  /** Where runs diverged. */
  readonly divergedAt: readonly number[];
}

/**
 * Makes the chart of one variant's training curves: each seed raw and faint, a band from the lowest to the
 * highest smoothed seed, and the mean of the smoothed seeds.
 *
 * @param lines One to three quantities that share a unit.
 * @param options Axes, and where runs diverged.
 * @returns A Vega-Lite specification without a title, which the page sets as a caption.
 */
export function makeHistoryChart(
  lines: readonly HistoryLine[],
  options: HistoryChartOptions,
): TopLevelSpec {
  const x = makeStepAxis(options.lastStep);
  const y = (field: string) => makeValueAxis(field, options.axis);
  const seeds = new Set(lines.flatMap(({ summary }) => summary.raw.map(({ seed }) => seed)));
  const faintness = Math.max(0.06, Math.min(0.25, 0.6 / seeds.size));
  const layers = [
    ...lines.map((line) => ({
      data: { values: [...line.summary.raw] },
      mark: { type: "line", clip: true, color: line.color, opacity: faintness, strokeWidth: 0.6 },
      encoding: { x, y: y("value"), detail: { field: "seed" } },
    })),
    ...lines.map((line) => ({
      data: { values: [...line.summary.band] },
      mark: { type: "area", clip: true, color: line.color, opacity: 0.2 },
      encoding: { x, y: y("low"), y2: { field: "high" } },
    })),
    ...lines.map((line) => ({
      data: { values: [...line.summary.band] },
      mark: {
        type: "line",
        clip: true,
        color: line.color,
        strokeWidth: 1.8,
        strokeDash: [...line.dash],
      },
      encoding: { x, y: y("mean") },
    })),
    {
      data: { values: options.divergedAt.map((step) => ({ step })) },
      mark: { type: "rule", color: "var(--bad)", strokeWidth: 1, strokeDash: [1, 2] },
      encoding: { x },
    },
    {
      data: { values: options.divergedAt.map((step) => ({ step, label: "× diverged" })) },
      mark: {
        type: "text",
        color: "var(--bad)",
        align: "left",
        dx: 4,
        y: 8,
        fontSize: 12,
        fontWeight: "bold",
      },
      encoding: { x, text: { field: "label" } },
    },
  ];
  return { width: CHART_WIDTH, height: CHART_HEIGHT, layer: layers } as TopLevelSpec;
}
