import { noteLogScale } from "../note_log_scale.ts";
import { describeMetric } from "../../metrics/metric_name.ts";
import { buildCurveTable, type CurveRow } from "../build_tables.ts";
import { makeMetricChart, METRIC_PIXELS } from "../charts/metric_chart.ts";
import { chooseDomain } from "../choose_domain.ts";
import { formatNumber } from "../format_number.ts";
import { headMetric } from "../metric_text.ts";
import { renderChart } from "../render_chart.ts";
import { renderFigure } from "../render_figure.ts";
import type { ReportData } from "../report_data.ts";
import { TIME_MARKER } from "../run_marker.ts";
import { styleSeries } from "../series_style.ts";
import { tabulateSteps } from "../tabulate.ts";
import { type PlainSlot, renderMessage } from "../text/render_message.ts";
import { nameMetricLabel } from "../text/render_metric.ts";
import { listVariants, renderVariantName } from "../variants.ts";

/**
 * Renders every metric that was taken at snapshots against steps, all variants in one chart; the publisher adds the
 * same against wall time.
 *
 * @param data The report's data.
 * @returns A section, empty where no snapshot was measured.
 */
export async function renderMetricsSection(data: ReportData): Promise<string> {
  const rows = buildCurveTable(data.runs);
  const metrics = [...new Set(rows.map((row) => row.metric))];
  if (metrics.length === 0) return "";
  const key = listVariants(data).map((variant) => {
    const measured = variant.runs.filter(({ evaluation }) => evaluation.curve.length > 0);
    return `${renderVariantName(variant)} <span class="unit">n = ${measured.length}</span>`;
  }).join(" ");
  const panels: string[] = [];
  for (const metric of metrics) {
    panels.push(await renderPanel(metric, rows.filter((row) => row.metric === metric), data));
  }
  return `<section id="metrics"><h2>${
    renderMessage("metrics.title")
  }</h2><p class="key">${key}</p><div class="panels">${panels.join("")}</div><p class="note">${
    renderMessage("metrics.note")
  }</p>${TIME_MARKER}</section>`;
}

async function renderPanel(
  metric: string,
  rows: readonly CurveRow[],
  data: ReportData,
): Promise<string> {
  const reference = findReference(metric, data);
  const lines = listVariants(data).map((variant) => ({
    variant,
    style: styleSeries(variant.index),
    band: rows.filter((row) => row.variant === variant.name),
  })).filter(({ band }) => band.length > 0);
  const values = rows.flatMap(({ low, high }) => [low, high]);
  const axis = chooseDomain(reference === undefined ? values : [...values, reference], {
    mayBeLog: describeMetric(metric).sampled,
  });
  const lastStep = rows.reduce((last, { step }) => Math.max(last, step), 0);
  const ends = lines.map(({ variant, band }, at): PlainSlot => [
    `${at === 0 ? "" : ", "}${variant.name} `,
    { n: formatNumber(band[band.length - 1].mean) },
  ]);
  const name = nameMetricLabel(metric);
  const svg = await renderChart(makeMetricChart(lines, { lastStep, axis, reference }), {
    id: `metric-${metric.replace(/[^a-z0-9]+/g, "-")}`,
    label: { key: "metrics.label", slots: { metric: name, ends } },
    words: ["step", "metrics.real"],
    axis: { unit: "step", pixels: METRIC_PIXELS, values: [0, Math.max(1, lastStep)] },
  });
  return renderFigure(svg, {
    caption: `${headMetric(metric, { hasHelp: true })}${noteLogScale(axis)}`,
    name,
    table: tabulateSteps(
      lines.map(({ variant, band }) => ({ name: renderVariantName(variant), band })),
    ),
  });
}

/** The metric of real data, of as many samples as a snapshot has. */
function findReference(metric: string, { reference }: ReportData): number | undefined {
  const value = reference.snapshotMetrics?.[metric] ?? reference.metrics[metric];
  return Number.isFinite(value) ? value : undefined;
}
