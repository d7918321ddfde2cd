import type { TopLevelSpec } from "vega-lite";
import { CHART_WIDTH } from "./chart_theme.ts";

/** One class or mode of a histogram. */
export interface HistogramBar {
  readonly label: string;
  /** Mean share of the samples over the seeds, 0 to 1. */
  readonly share: number;
  /** Each seed's share. */
  readonly seeds: readonly number[];
  /** Share of the real data, where it is known. */
  readonly real?: number;
}

/** What a histogram is drawn with. */
export interface HistogramChartOptions {
  readonly color: string;
  /** The highest share in any variant, 0 to 1, so that all variants share one axis. */
  readonly highest: number;
  /** Title of the horizontal axis: what a bar stands for. */
  readonly title: string;
}

/**
 * Makes the histogram of one variant: a bar for the mean share of each class or mode, a dot a seed, and a tick
 * where the real data lies.
 *
 * @param bars One a class, in order.
 * @param options Colour and axes.
 * @returns A Vega-Lite specification without a title, which the page sets as a caption.
 */
export function makeHistogramChart(
  bars: readonly HistogramBar[],
  options: HistogramChartOptions,
): TopLevelSpec {
  const band = CHART_WIDTH / bars.length;
  const x = {
    field: "label",
    type: "ordinal" as const,
    sort: null,
    scale: { paddingInner: 0.3, paddingOuter: 0.15 },
    axis: { title: options.title, labelAngle: 0, ticks: false, labelOverlap: true },
  };
  const y = (field: string) => ({
    field,
    type: "quantitative" as const,
    title: null,
    scale: { domain: [0, options.highest], nice: false },
    axis: { tickCount: 4, format: "~%" },
  });
  const layers = [
    {
      data: { values: bars.map(({ label, share }) => ({ label, share })) },
      mark: { type: "bar", color: options.color, opacity: 0.55 },
      encoding: { x, y: y("share") },
    },
    {
      data: {
        values: bars.flatMap(({ label, seeds }) => seeds.map((share) => ({ label, share }))),
      },
      mark: { type: "point", filled: true, color: "var(--ink)", opacity: 0.75, size: 9 },
      encoding: { x, y: y("share") },
    },
    {
      data: {
        values: bars.filter((bar) => bar.real !== undefined)
          .map(({ label, real }) => ({ label, real })),
      },
      mark: { type: "tick", color: "var(--ink)", thickness: 1.4, size: band * 0.8 },
      encoding: { x, y: y("real") },
    },
  ];
  return { width: CHART_WIDTH, height: 130, layer: layers } as TopLevelSpec;
}
