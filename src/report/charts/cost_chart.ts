import type { TopLevelSpec } from "vega-lite";
import type { Domain } from "../choose_domain.ts";
import { CHART_WIDTH } from "./chart_theme.ts";
import { makeValueAxis } from "./value_axis.ts";

/** What one stage took. */
export interface StageCost {
  readonly kind: string;
  readonly value: number;
}

const ROW_HEIGHT = 24;
const ROOM_FOR_NAMES = 104;

/**
 * Makes the chart of what each kind of stage takes: a dot a stage, a tick at the median.
 *
 * @param costs Values > 0; kinds stand in the order of their first stage.
 * @param options The horizontal axis and its title.
 * @returns A Vega-Lite specification.
 */
export function makeCostChart(
  costs: readonly StageCost[],
  options: { readonly title: string; readonly axis: Domain },
): TopLevelSpec {
  const kinds = [...new Set(costs.map(({ kind }) => kind))];
  const { axis, scale } = makeValueAxis("value", options.axis);
  const encoding = {
    x: {
      field: "value",
      type: "quantitative" as const,
      title: options.title,
      scale,
      axis: { ...axis, grid: true },
    },
    y: {
      field: "kind",
      type: "ordinal" as const,
      sort: kinds,
      axis: { title: null, domain: false, ticks: false, grid: false, labelLimit: 0 },
    },
  };
  return {
    width: CHART_WIDTH - ROOM_FOR_NAMES + 38,
    height: kinds.length * ROW_HEIGHT,
    padding: { left: ROOM_FOR_NAMES, right: 10, top: 8, bottom: 38 },
    data: { values: [...costs] },
    layer: [
      {
        mark: { type: "point", filled: true, color: "var(--series-1)", opacity: 0.5, size: 30 },
        encoding,
      },
      {
        transform: [{
          aggregate: [{ op: "median", field: "value", as: "value" }],
          groupby: ["kind"],
        }],
        mark: { type: "tick", color: "var(--ink)", thickness: 1.6, size: 16 },
        encoding,
      },
    ],
  } as TopLevelSpec;
}
