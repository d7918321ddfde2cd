import { buildMetricTable } from "../build_tables.ts";
import { escapeHtml } from "../escape_html.ts";
import { formatInterval } from "../format_interval.ts";
import { formatNumber } from "../format_number.ts";
import { headMetric } from "../metric_text.ts";
import type { MetricSummary, ReportData } from "../report_data.ts";
import { listVariants, renderVariantName } from "../variants.ts";
import { renderSpread } from "./spread_table.ts";

/**
 * Renders the table of final metrics, and behind a fold every run's numbers.
 *
 * @param data The report's data.
 * @returns A section.
 */
export function renderTableSection(data: ReportData): string {
  const variants = listVariants(data);
  const rows = buildMetricTable(data.comparison);
  const head = variants.map((variant) =>
    `<th scope="col">${renderVariantName(variant)} <span class="unit">${
      describeRuns(variant.name, data)
    }</span></th>`
  ).join("");
  const body = rows.map(({ metric, summaries, real }) =>
    `<tr><th scope="row">${headMetric(metric)}</th>${
      variants.map(({ name }) => `<td>${renderSummary(summaries[name])}</td>`).join("")
    }<td class="real">${formatNumber(real)}</td></tr>`
  ).join("");
  return `<section id="numbers"><h2>Numbers</h2><div class="wide" role="region" aria-label="Table of metrics" tabindex="0">` +
    `<table class="numbers"><thead><tr><td></td>${head}<th scope="col"><i>Real data</i> <span class="unit">same protocol</span></th>` +
    `</tr></thead><tbody>${body}</tbody></table></div><p class="note">Mean over the runs that ended, and below it Student’s 95 % ` +
    `interval of that mean with the number of runs. The real column is real data against other real data. ${
      describeProtocol(data)
    }</p>${renderSpread(data)}${renderRuns(data)}</section>`;
}

function describeRuns(variant: string, { comparison }: ReportData): string {
  const { runs, diverged } = comparison.variants[variant] ?? { runs: 0, diverged: [] };
  const n = runs - diverged.length;
  return diverged.length === 0 ? `n = ${n}` : `n = ${n}, ${diverged.length} diverged`;
}

function renderSummary(summary: MetricSummary | undefined): string {
  if (!summary) return `<span class="none">–</span>`;
  const { low, high, n } = summary;
  const interval = low === null ? "no interval" : formatInterval(low, high);
  return `<span class="mean">${
    formatNumber(summary.mean)
  }</span><span class="between">${interval}, n = ${n}</span>`;
}

function describeProtocol({ reference }: ReportData): string {
  const { sampleCount, realCount, space } = reference.protocol;
  return `${formatNumber(sampleCount)} samples against ${
    formatNumber(realCount)
  } real ones; distances in: ${escapeHtml(space)}.`;
}

function renderRuns(data: ReportData): string {
  const metrics = buildMetricTable(data.comparison).map(({ metric }) => metric);
  const head = metrics.map((metric) => `<th scope="col">${headMetric(metric)}</th>`).join("");
  const body = listVariants(data).flatMap((variant) =>
    variant.runs.map(({ seed, evaluation }) =>
      `<tr><th scope="row">${
        renderVariantName(variant)
      } <span class="unit">seed ${seed}</span></th>${
        evaluation.status === "diverged"
          ? `<td class="diverged" colspan="${Math.max(1, metrics.length)}">× diverged: ${
            escapeHtml(evaluation.reason ?? "")
          }</td>`
          : metrics.map((metric) => `<td>${formatNumber(evaluation.metrics[metric])}</td>`).join("")
      }</tr>`
    )
  ).join("");
  return `<details><summary>Every run</summary><div class="wide" role="region" aria-label="Metrics of every run" tabindex="0">` +
    `<table class="numbers"><thead><tr><td></td>${head}</tr></thead><tbody>${body}</tbody></table></div></details>`;
}
