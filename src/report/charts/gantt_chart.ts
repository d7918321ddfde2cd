import type { TopLevelSpec } from "vega-lite";

/** One bar of the chart. */
export interface GanttBar {
  readonly kind: string;
  readonly color: string;
  readonly lane: number;
  readonly start: number;
  readonly end: number;
  /** Whether it failed or diverged. */
  readonly isBad: boolean;
}

/** Width of the plotting area, in pixels of the SVG. */
export const GANTT_WIDTH = 1100;
const LANE_HEIGHT = 26;
/** Pixels that a letter of a bar's label takes. */
const LETTER = 6.6;

/**
 * Makes the chart of what ran when: a bar a stage, a row what ran one after another.
 *
 * @param bars In any order.
 * @param title Title of the axis of time.
 * @returns A Vega-Lite specification.
 */
export function makeGanttChart(bars: readonly GanttBar[], title: string): TopLevelSpec {
  const end = bars.reduce((last, bar) => Math.max(last, bar.end), 0) || 1;
  const lanes = bars.reduce((most, { lane }) => Math.max(most, lane + 1), 1);
  const y = {
    field: "lane",
    type: "ordinal" as const,
    axis: null,
    scale: { paddingInner: 0.22, paddingOuter: 0.1 },
  };
  const x = (field: string) => ({
    field,
    type: "quantitative" as const,
    scale: { domain: [0, end], nice: false },
    axis: { title, tickCount: 8, format: ",~r", labelFlush: true },
  });
  const values = bars.map((bar) => ({
    ...bar,
    stroke: bar.isBad ? "var(--bad)" : "var(--paper)",
    label: (bar.end - bar.start) / end * GANTT_WIDTH > LETTER * bar.kind.length + 8 ? bar.kind : "",
  }));
  return {
    width: GANTT_WIDTH,
    height: lanes * LANE_HEIGHT,
    padding: { left: 8, right: 12, top: 8, bottom: 38 },
    data: { values },
    layer: [
      {
        mark: { type: "bar", opacity: 0.5 },
        encoding: {
          x: x("start"),
          x2: { field: "end" },
          y,
          color: { field: "color", type: "nominal", scale: null },
          stroke: { field: "stroke", type: "nominal", scale: null },
          strokeWidth: { condition: { test: "datum.isBad", value: 3 }, value: 1 },
        },
      },
      {
        mark: {
          type: "text",
          align: "left",
          baseline: "middle",
          dx: 4,
          fontSize: 12,
          color: "var(--ink)",
        },
        encoding: { x: x("start"), y, text: { field: "label" } },
      },
    ],
  } as TopLevelSpec;
}
