import { describeMetric } from "../../metrics/metric_name.ts";
import { type DrawnDifference, makeDifferenceChart } from "../charts/difference_chart.ts";
import { formatP } from "../claims/claim_text.ts";
import { formatInterval } from "../format_interval.ts";
import { formatNumber } from "../format_number.ts";
import { headMetric } from "../metric_text.ts";
import { renderChart } from "../render_chart.ts";
import { renderFigure } from "../render_figure.ts";
import { styleSeries } from "../series_style.ts";
import { renderMessage } from "../text/render_message.ts";
import { renderInterval, renderNumber } from "../text/render_number.ts";
import { renderVariantName } from "../variants.ts";
import type { ComparedExperiment, ComparedMean } from "./comparison_data.ts";
import { isClear } from "./is_clear.ts";
import { renderMeanTable } from "./render_mean_table.ts";

const AXIS = "B − A";

/** Renders the differences of means: a chart a metric, and every number in a table behind a fold. */
export async function renderDifferences(
  { means, variants }: ComparedExperiment,
  place: number,
): Promise<string> {
  const title = `<h3>${renderMessage("compare.differences", { sides: `<i>${AXIS}</i>` })}</h3>`;
  if (means.length === 0) return "";
  const tested = means.filter(({ difference }) => difference !== null);
  const table = renderMeanTable(means, variants);
  if (tested.length === 0) {
    return `${title}<p class="note">${renderMessage("compare.all_same")}</p>${table}`;
  }
  const panels: string[] = [];
  for (const metric of new Set(tested.map(({ metric }) => metric))) {
    const rows = tested.filter((mean) => mean.metric === metric);
    panels.push(await renderPanel(rows, { variants, place }));
  }
  const count = tested.filter(({ difference }) => difference!.adjusted !== null).length;
  return `${title}<div class="panels">${panels.join("")}</div><p class="note">${
    renderMessage("compare.differences_note", { count: renderNumber(count) })
  }</p>${table}`;
}

async function renderPanel(
  rows: readonly ComparedMean[],
  { variants, place }: { readonly variants: readonly string[]; readonly place: number },
): Promise<string> {
  const { metric } = rows[0];
  const { label } = describeMetric(metric);
  const drawn = rows.flatMap((row) => describeDifference(row, variants.indexOf(row.variant)));
  const values = drawn.map(({ name, difference, interval }) =>
    `${name} ${formatNumber(difference, { signed: true })}${
      interval === null ? "" : ` ${formatInterval(...interval)}`
    }`
  );
  const chart = drawn.length === 0
    ? `<p class="missing">–</p>`
    : await renderChart(makeDifferenceChart(drawn, AXIS), {
      id: `difference-${place}-${metric.replace(/[^a-z0-9]+/g, "-")}`,
      label: {
        key: "compare.chart_label",
        slots: { metric: label, values: values.join("; ") },
      },
    });
  return renderFigure(chart, {
    caption: headMetric(metric),
    name: label,
    table: {
      head: [
        renderMessage("numbers.variant"),
        AXIS,
        "95 %",
        renderMessage("compare.p"),
      ],
      rows: rows.map(({ variant, difference }) => [
        renderVariantName({ name: variant, index: variants.indexOf(variant) }),
        renderNumber(difference!.difference, { signed: true }),
        renderInterval(difference!.low, difference!.high),
        difference!.adjustedP === null ? "–" : formatP(difference!.adjustedP),
      ]),
    },
  });
}

function describeDifference(row: ComparedMean, index: number): DrawnDifference[] {
  const { difference, low, high, adjusted } = row.difference!;
  if (difference === null || !Number.isFinite(difference)) return [];
  const { color, shape } = styleSeries(index);
  return [{
    name: row.variant,
    color,
    shape,
    difference,
    interval: low === null || high === null ? null : [low, high],
    wide: adjusted === null ? null : [adjusted.low, adjusted.high],
    isClear: isClear(row),
  }];
}
