import { parseMetricName } from "../../metrics/metric_name.ts";
import { escapeHtml } from "../escape_html.ts";
import { formatFixed } from "../format_interval.ts";
import { headMetric } from "../metric_text.ts";
import type { MetricSummary, PublishedNumber, ReportData } from "../report_data.ts";
import { renderAttribute, renderMessage } from "../text/render_message.ts";
import { renderInterval, renderNumber } from "../text/render_number.ts";
import { listVariants, renderVariantName } from "../variants.ts";

/**
 * Renders the numbers of papers above ours, a row for each variant and source, and the differences of protocol.
 *
 * @param data The report's data.
 * @returns A section; empty where the spec has no such numbers.
 */
export function renderPublishedSection(data: ReportData): string {
  const { published = [], protocolDifferences = [] } = data.experiment;
  if (published.length === 0) return "";
  const metrics = [...new Set(published.map(({ metric }) => metric))];
  const head = metrics.map((metric) => `<th scope="col">${headMetric(metric)}</th>`).join("");
  const rows = listVariants(data).flatMap((variant) => {
    const own = published.filter((row) => row.variant === variant.name);
    return Object.values(Object.groupBy(own, toOrigin)).map((group) =>
      renderRow(group!, renderVariantName(variant), { metrics, data })
    );
  });
  return `<section id="published"><h2>${
    renderMessage("published.title")
  }</h2><div class="wide" role="region"${
    renderAttribute("aria-label", "published.table")
  } tabindex="0"><table class="numbers"><thead><tr>` +
    `<td></td>${head}<th scope="col">${renderMessage("published.source")}</th></tr></thead><tbody>${
      rows.join("")
    }</tbody></table></div><p class="note">${renderMessage("published.note")}</p>${
      renderDifferences(protocolDifferences)
    }</section>`;
}

/** What the numbers of one row have in common. */
function toOrigin({ source, protocol }: PublishedNumber): string {
  return JSON.stringify([source, protocol]);
}

function renderRow(
  group: readonly PublishedNumber[],
  name: string,
  { metrics, data }: { metrics: readonly string[]; data: ReportData },
): string {
  const cells = metrics.map((metric) => {
    const row = group.find((one) => one.metric === metric);
    if (row === undefined) return `<td><span class="none">–</span></td>`;
    return `<td><span class="mean">${writePublished(row)}</span><span class="between">${
      writeOurs(findOurs(row, data))
    }</span></td>`;
  });
  const { source, protocol } = group[0];
  return `<tr><th scope="row">${name}</th>${cells.join("")}<td>${
    escapeHtml(source)
  }<span class="between">${escapeHtml(protocol)}</span></td></tr>`;
}

/**
 * As the source has it: no more digits than were written, and as many after the point for value and error; numbers that
 * JavaScript writes with a power of ten have one here, too.
 */
function writePublished({ value, standardError }: PublishedNumber): string {
  const places = Math.max(countPlaces(value), countPlaces(standardError ?? 0));
  const hasPower = [value, standardError].some((number) => String(number).includes("e-"));
  const write = (number: number): string =>
    hasPower
      ? renderNumber(number)
      : `<data value="${number}">${formatFixed(number, places)}</data>`;
  return standardError === undefined ? write(value) : `${write(value)} ± ${write(standardError)}`;
}

function countPlaces(value: number): number {
  return /\.(\d+)$/.exec(String(value))?.[1].length ?? 0;
}

function writeOurs(ours: MetricSummary | undefined): string {
  if (ours === undefined) return renderMessage("published.not_measured");
  const interval = ours.low === null ? "" : ` ${renderInterval(ours.low, ours.high)}`;
  return renderMessage("published.ours", {
    value: `${renderNumber(ours.mean)}${interval}, n = ${renderNumber(ours.n)}`,
  });
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
  return `<h3>${renderMessage("published.differences")}</h3><ul class="note">${
    items.join("")
  }</ul>`;
}
