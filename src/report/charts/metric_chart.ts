import type { TopLevelSpec } from "vega-lite";
import type { Domain } from "../choose_domain.ts";
import type { SeriesStyle } from "../series_style.ts";
import { CHART_HEIGHT, CHART_WIDTH } from "./chart_theme.ts";
import { makeStepAxis } from "./step_axis.ts";
import { makeValueAxis } from "./value_axis.ts";

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

/** Pixels on the right for the label of the rule. */
const ROOM_FOR_REAL = 22;
/** Where the plotting area starts and ends, in pixels of the SVG from its left edge. */
export const METRIC_PIXELS = [38, 38 + CHART_WIDTH - ROOM_FOR_REAL] as const;

/** What a metric chart is drawn with. */
export interface MetricChartOptions {
  readonly lastStep: number;
  readonly axis: Domain;
  /** Title of the horizontal axis, where it is not steps. */
  readonly title?: string;
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
  const x = makeStepAxis(options.lastStep, options.title);
  const y = (field: string) => makeValueAxis(field, options.axis);
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
        x: CHART_WIDTH - ROOM_FOR_REAL + 4,
        dy: 1,
        fontSize: 12,
        fontStyle: "italic",
      },
      encoding: { y: y("value"), text: { field: "label" } },
    },
  ];
  return {
    width: CHART_WIDTH - ROOM_FOR_REAL,
    height: CHART_HEIGHT,
    padding: { left: 38, right: 10 + ROOM_FOR_REAL, top: 8, bottom: 38 },
    layer: layers,
  } as TopLevelSpec;
}
