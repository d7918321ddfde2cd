import type { TopLevelSpec } from "vega-lite";
import type { SeriesStyle } from "../series_style.ts";
import { CHART_HEIGHT, CHART_WIDTH } from "./chart_theme.ts";
import { makeStepAxis } from "./step_axis.ts";

/** One variant's metric at its snapshots. */
export interface MetricLine {
  readonly style: SeriesStyle;
  /** Lowest, mean and highest seed at each snapshot. */
  readonly band: readonly {
    readonly step: number;
    readonly low: number;
    readonly mean: number;
    readonly high: number;
  }[];
}

/** What a metric chart is drawn with. */
export interface MetricChartOptions {
  readonly lastStep: number;
  readonly scale: "linear" | "log";
  /** The same metric of real data against real data, where it was taken with the same protocol. */
  readonly reference?: number;
}

/**
 * Makes the chart of one metric against steps: per variant a band from the lowest to the highest seed, their
 * mean with a marker at each snapshot, and a rule for real data against real data.
 *
 * @param lines One a variant.
 * @param options Axes and the rule.
 * @returns A Vega-Lite specification without a title, which the page sets as a caption.
 */
export function makeMetricChart(
  lines: readonly MetricLine[],
  options: MetricChartOptions,
): TopLevelSpec {
  const x = makeStepAxis(options.lastStep);
  const y = (field: string) => ({
    field,
    type: "quantitative" as const,
    title: null,
    scale: { type: options.scale, nice: true, zero: options.scale === "linear" },
    axis: options.scale === "log" ? { tickCount: 4, format: "~s" } : { tickCount: 4, format: "~r" },
  });
  const reference = options.reference === undefined ? [] : [options.reference];
  const layers = [
    ...lines.map(({ style, band }) => ({
      data: { values: [...band] },
      mark: { type: "area", color: style.color, opacity: 0.18 },
      encoding: { x, y: y("low"), y2: { field: "high" } },
    })),
    ...lines.map(({ style, band }) => ({
      data: { values: [...band] },
      mark: {
        type: "line",
        color: style.color,
        strokeWidth: 1.8,
        strokeDash: [...style.dash],
      },
      encoding: { x, y: y("mean") },
    })),
    ...lines.map(({ style, band }) => ({
      data: { values: [...band] },
      mark: { type: "point", shape: style.shape, color: style.color, filled: true, size: 36 },
      encoding: { x, y: y("mean") },
    })),
    {
      data: { values: reference.map((value) => ({ value })) },
      mark: { type: "rule", color: "var(--ink)", strokeWidth: 1, strokeDash: [1, 3] },
      encoding: { y: y("value") },
    },
    {
      data: { values: reference.map((value) => ({ value, label: "real" })) },
      mark: {
        type: "text",
        color: "var(--ink)",
        align: "left",
        x: CHART_WIDTH + 4,
        dy: 1,
        fontSize: 11,
        fontStyle: "italic",
      },
      encoding: { y: y("value"), text: { field: "label" } },
    },
  ];
  return { width: CHART_WIDTH, height: CHART_HEIGHT, layer: layers } as TopLevelSpec;
}
