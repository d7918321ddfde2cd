import { noteLogScale } from "../note_log_scale.ts";
import { describeMetric } from "../../metrics/metric_name.ts";
import { buildPaceTable, type PaceRow } from "../build_pace_table.ts";
import { makeMetricChart, METRIC_PIXELS } from "../charts/metric_chart.ts";
import { chooseDomain } from "../choose_domain.ts";
import { chooseTimeUnit } from "../choose_time_unit.ts";
import { formatNumber } from "../format_number.ts";
import { headMetric } from "../metric_text.ts";
import { renderChart } from "../render_chart.ts";
import { renderFigure } from "../render_figure.ts";
import type { RunFacts } from "../report_data.ts";
import { styleSeries } from "../series_style.ts";
import { tabulateSteps } from "../tabulate.ts";
import { MESSAGES } from "../text/messages.ts";
import { type PlainSlot, renderMessage } from "../text/render_message.ts";
import { nameMetricLabel } from "../text/render_metric.ts";
import { renderVariantName } from "../variants.ts";

/**
 * Renders the metrics against the time that training took.
 *
 * @param run What the runner saw.
 * @returns Markup of a part of a section; nothing where no pace is known.
 */
export async function renderTimeSection({ variants = [], paces = [] }: RunFacts): Promise<string> {
  const rows = buildPaceTable(paces);
  if (rows.length === 0) return "";
  const metrics = [...new Set(rows.map(({ metric }) => metric))];
  const panels: string[] = [];
  for (const metric of metrics) {
    panels.push(await renderPanel(metric, rows.filter((row) => row.metric === metric), variants));
  }
  return `<h3 id="time">${renderMessage("time.title")}</h3><div class="panels">${
    panels.join("")
  }</div><p class="note">${renderMessage("time.note")}</p>`;
}

async function renderPanel(
  metric: string,
  rows: readonly PaceRow[],
  variants: readonly string[],
): Promise<string> {
  const unit = chooseTimeUnit(rows.reduce((last, row) => Math.max(last, row.elapsedMs), 0));
  const axisTitle = `time.${unit.name}` as const;
  const lines = variants.map((name, index) => ({
    name,
    index,
    style: styleSeries(index),
    band: rows.filter(({ variant }) => variant === name)
      .map((row) => ({ ...row, step: row.elapsedMs / unit.ms })),
  })).filter(({ band }) => band.length > 0);
  const last = Math.max(...lines.flatMap(({ band }) => band.map(({ step }) => step)));
  const axis = chooseDomain(rows.flatMap(({ low, high }) => [low, high]), {
    mayBeLog: describeMetric(metric).sampled,
  });
  const name = nameMetricLabel(metric);
  const ends = lines.map(({ name, band }, at): PlainSlot => [
    `${at === 0 ? "" : ", "}${name} `,
    { n: formatNumber(band[band.length - 1].mean) },
    " (",
    { n: formatNumber(band[band.length - 1].step) },
    ")",
  ]);
  const chart = makeMetricChart(lines, { lastStep: last, axis, title: MESSAGES[axisTitle].en });
  const svg = await renderChart(chart, {
    id: `time-${metric.replace(/[^a-z0-9]+/g, "-")}`,
    label: { key: "time.label", slots: { metric: name, ends } },
    words: [axisTitle],
    axis: { unit: "time", pixels: METRIC_PIXELS, values: [0, last] },
  });
  const table = tabulateSteps(
    lines.map((line) => ({ name: renderVariantName(line), band: line.band })),
  );
  return renderFigure(svg, {
    caption: `${headMetric(metric, { hasHelp: true })}${noteLogScale(axis)}`,
    name,
    table: { ...table, head: [renderMessage(axisTitle), ...table.head.slice(1)] },
  });
}
