import type { TopLevelSpec } from "vega-lite";
import { CHART_WIDTH } from "./chart_theme.ts";

/** One difference of means. */
export interface DrawnDifference {
  /** What it is of. */
  readonly name: string;
  readonly color: string;
  readonly shape: string;
  readonly difference: number;
  /** Its 95 % interval; null where there is none. */
  readonly interval: readonly [number, number] | null;
  /** The interval that allows for other tests; null where there is none. */
  readonly wide: readonly [number, number] | null;
  /** Whether that one is off 0. */
  readonly isClear: boolean;
}

const ROW_HEIGHT = 30;
const LETTER = 6.5;
const LEAST_ROOM = 46;
/** Longer names are cut; the table under the chart has them whole. */
const MOST_LETTERS = 26;

/**
 * Makes the chart of differences on one axis through 0: a mark a row, with its interval and the wider one.
 *
 * @param rows Differences in order; finite.
 * @param title Title of the axis.
 * @returns A Vega-Lite specification.
 */
export function makeDifferenceChart(
  rows: readonly DrawnDifference[],
  title: string,
): TopLevelSpec {
  const longest = rows.reduce((most, { name }) => Math.max(most, name.length), 0);
  const letters = Math.min(MOST_LETTERS, longest);
  const room = Math.max(LEAST_ROOM, Math.ceil(letters * LETTER) + 12);
  const y = {
    field: "name",
    type: "ordinal" as const,
    sort: rows.map(({ name }) => name),
    axis: {
      title: null,
      labelExpr: `length(datum.label) > ${MOST_LETTERS} ? slice(datum.label, 0, ${
        MOST_LETTERS - 1
      }) + '…' : datum.label`,
      domain: false,
      ticks: false,
      grid: false,
      labelLimit: 0,
    },
  };
  const x = (field: string) => ({
    field,
    type: "quantitative" as const,
    title,
    scale: { domain: chooseEnds(rows), nice: false, zero: false },
    axis: { tickCount: 5, format: ",~r", grid: false },
  });
  const rule = (ends: "interval" | "wide", strokeWidth: number) => ({
    transform: [{ filter: `datum.${ends} !== null` }, {
      calculate: `datum.${ends}[0]`,
      as: "low",
    }, { calculate: `datum.${ends}[1]`, as: "high" }],
    mark: { type: "rule" as const, strokeWidth },
    encoding: { x: x("low"), x2: { field: "high" }, y, color },
  });
  const color = { field: "color", type: "nominal" as const, scale: null };
  return {
    width: CHART_WIDTH - room + 38,
    height: rows.length * ROW_HEIGHT,
    padding: { left: room, right: 10, top: 8, bottom: 38 },
    data: {
      values: rows.map((row) => ({ ...row, fill: row.isClear ? row.color : "var(--paper)" })),
    },
    layer: [
      {
        data: { values: [{ zero: 0 }] },
        mark: { type: "rule", color: "var(--ink)", strokeWidth: 1 },
        encoding: { x: x("zero") },
      },
      rule("wide", 1.2),
      rule("interval", 3.4),
      {
        mark: { type: "point", filled: true, size: 74, opacity: 1, strokeWidth: 1.8 },
        encoding: {
          x: x("difference"),
          y,
          stroke: color,
          fill: { field: "fill", type: "nominal", scale: null },
          shape: { field: "shape", type: "nominal", scale: null },
        },
      },
    ],
  } as TopLevelSpec;
}

/** Both ends of the axis: all intervals and 0, with some room. */
function chooseEnds(rows: readonly DrawnDifference[]): [number, number] {
  const values = rows.flatMap(({ difference, interval, wide }) => [
    difference,
    ...interval ?? [],
    ...wide ?? [],
  ]);
  const low = Math.min(0, ...values), high = Math.max(0, ...values);
  const margin = (high - low) * 0.06 || 1;
  return [low - margin, high + margin];
}
