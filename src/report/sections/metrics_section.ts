import { describeMetric } from "../../metrics/metric_name.ts";
import { buildCurveTable, type CurveRow } from "../build_tables.ts";
import { makeMetricChart } from "../charts/metric_chart.ts";
import { chooseDomain } from "../choose_domain.ts";
import { headMetric } from "../metric_text.ts";
import { renderChart } from "../render_chart.ts";
import type { ReportData } from "../report_data.ts";
import { styleSeries } from "../series_style.ts";
import { listVariants, renderVariantName } from "../variants.ts";

/**
 * Renders every metric that was taken at snapshots against steps, all variants in one chart.
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
  return `<section id="metrics"><h2>Metrics against steps</h2><p class="key">${key}</p>` +
    `<div class="panels">${
      panels.join("")
    }</div><p class="note">Means over seeds; bands reach from the lowest to the ` +
    `highest seed. The dotted line is real data against real data, drawn where it was taken with the same number of ` +
    `samples. A run that diverged counts as far as it came.</p></section>`;
}

async function renderPanel(
  metric: string,
  rows: readonly CurveRow[],
  data: ReportData,
): Promise<string> {
  const reference = findReference(metric, data);
  const lines = listVariants(data).map(({ name, index }) => ({
    name,
    style: styleSeries(index),
    band: rows.filter((row) => row.variant === name),
  })).filter(({ band }) => band.length > 0);
  const values = rows.flatMap(({ low, high }) => [low, high]);
  const axis = chooseDomain(reference === undefined ? values : [...values, reference], {
    mayBeLog: describeMetric(metric).sampled,
  });
  const lastStep = rows.reduce((last, { step }) => Math.max(last, step), 0);
  const ends = lines.map(({ name, band }) =>
    `${name} ${band[band.length - 1].mean.toPrecision(3)}`
  );
  const svg = await renderChart(makeMetricChart(lines, { lastStep, axis, reference }), {
    id: `metric-${metric.replace(/[^a-z0-9]+/g, "-")}`,
    label: `${describeMetric(metric).label} against steps. At the end: ${ends.join(", ")}.` +
      (reference === undefined ? "" : ` Real data: ${reference.toPrecision(3)}.`),
  });
  const log = axis.scale === "log" ? ` <span class="unit">· log scale</span>` : "";
  return `<figure class="panel"><figcaption>${
    headMetric(metric)
  }${log}</figcaption>${svg}</figure>`;
}

function findReference(metric: string, { reference, comparison }: ReportData): number | undefined {
  const atSnapshots = reference.curve.find(({ metrics }) => metric in metrics)?.metrics[metric];
  return reference.metrics[metric] ?? comparison.reference[metric] ?? atSnapshots;
}
