import { parseMetricName } from "../../metrics/metric_name.ts";
import { escapeHtml } from "../escape_html.ts";
import { formatInterval } from "../format_interval.ts";
import { formatNumber } from "../format_number.ts";
import { headMetric } from "../metric_text.ts";
import type { MetricSummary, PublishedNumber, ReportData } from "../report_data.ts";
import { listVariants, renderVariantName } from "../variants.ts";

/**
 * Renders the numbers of papers beside ours, with their sources and the differences of protocol.
 *
 * @param data The report's data.
 * @returns A section; empty where the spec has no such numbers.
 */
export function renderPublishedSection(data: ReportData): string {
  const { published = [], protocolDifferences = [] } = data.experiment;
  if (published.length === 0) return "";
  const rows = listVariants(data).flatMap((variant) =>
    published
      .filter((row) => row.variant === variant.name)
      .map((row) => renderRow(row, renderVariantName(variant), findOurs(row, data)))
  );
  return `<section id="published"><h2>Published numbers</h2><div class="wide" role="region" ` +
    `aria-label="Published numbers beside ours" tabindex="0"><table class="numbers"><thead><tr>` +
    `<td></td><th scope="col">Metric</th><th scope="col">Published</th><th scope="col">Ours</th>` +
    `<th scope="col">Source and protocol</th></tr></thead><tbody>${rows.join("")}</tbody></table>` +
    `</div><p class="note">Published: the value, ± its standard error where the source gives one. Ours: the mean over ` +
    `seeds, and below it Student’s 95 % interval of that mean.</p>${
      renderDifferences(protocolDifferences)
    }</section>`;
}

function renderRow(row: PublishedNumber, name: string, ours: MetricSummary | undefined): string {
  const { metric, value, standardError, source, protocol } = row;
  const error = standardError === undefined ? "" : ` ± ${formatNumber(standardError)}`;
  return `<tr><th scope="row">${name}</th><td>${headMetric(metric)}</td><td><span class="mean">${
    formatNumber(value)
  }${error}</span></td><td>${renderOurs(ours)}</td><td>${escapeHtml(source)}<span class="between">${
    escapeHtml(protocol)
  }</span></td></tr>`;
}

function renderOurs(ours: MetricSummary | undefined): string {
  if (ours === undefined) return `<span class="none">–</span>`;
  const interval = ours.low === null ? "no interval" : formatInterval(ours.low, ours.high);
  return `<span class="mean">${
    formatNumber(ours.mean)
  }</span><span class="between">${interval}, n = ${ours.n}</span>`;
}

/** Ours carries its protocol in its name, the published one does not. */
function findOurs(row: PublishedNumber, { comparison }: ReportData): MetricSummary | undefined {
  const metrics = comparison.variants[row.variant]?.metrics ?? {};
  const name = Object.keys(metrics).find((full) => parseMetricName(full) === row.metric);
  return name === undefined ? undefined : metrics[name];
}

function renderDifferences(sentences: readonly string[]): string {
  if (sentences.length === 0) return "";
  const items = sentences.map((sentence) => `<li>${escapeHtml(sentence)}</li>`);
  return `<h3>How our protocol differs</h3><ul class="note">${items.join("")}</ul>`;
}
