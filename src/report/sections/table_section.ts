import { buildMetricTable, type MetricRow } from "../build_tables.ts";
import { headMetric } from "../metric_text.ts";
import type { MetricSummary, ReportData } from "../report_data.ts";
import { renderAttribute, renderMessage } from "../text/render_message.ts";
import { renderInterval, renderNumber } from "../text/render_number.ts";
import { renderSpace } from "../text/render_space.ts";
import { listVariants, renderVariantName } from "../variants.ts";
import { renderRunTable } from "./run_table.ts";
import { renderSpread } from "./spread_table.ts";

/** The most metrics that stand side by side; more go into further tables. */
const MOST_COLUMNS = 5;

/**
 * Renders the tables of final metrics, a row a variant and the real data last, and behind a fold every run's numbers.
 *
 * @param data The report's data.
 * @returns A section.
 */
export function renderTableSection(data: ReportData): string {
  const metrics = buildMetricTable(data.comparison);
  const count = Math.max(1, Math.ceil(metrics.length / MOST_COLUMNS));
  const size = Math.ceil(metrics.length / count);
  const tables = Array.from(
    { length: count },
    (_, at) => renderTable(metrics.slice(at * size, (at + 1) * size), data),
  );
  return `<section id="numbers"><h2>${renderMessage("numbers.title")}</h2>${
    tables.join("")
  }<p class="note">${renderMessage("numbers.note")} ${describeProtocol(data)}</p>${
    renderSpread(data)
  }${renderRunTable(data, metrics.map(({ metric }) => metric))}</section>`;
}

function renderTable(metrics: readonly MetricRow[], data: ReportData): string {
  const head = metrics.map(({ metric }) =>
    `<th scope="col">${headMetric(metric, { hasHelp: true })}</th>`
  ).join("");
  const body = listVariants(data).map((variant) =>
    `<tr><th scope="row">${renderVariantName(variant)}</th><td>${
      describeRuns(variant.name, data)
    }</td>${metrics.map(({ summaries }) => renderSummary(summaries[variant.name])).join("")}</tr>`
  ).join("");
  const real = metrics.map(({ real }) => `<td>${renderNumber(real)}</td>`).join("");
  return `<div class="wide" role="region"${
    renderAttribute("aria-label", "numbers.table")
  } tabindex="0"><table class="numbers" data-sortable data-copy><thead><tr><th scope="col">${
    renderMessage("numbers.variant")
  }</th><th scope="col"><i>n</i></th>${head}</tr></thead><tbody>${body}` +
    `<tr class="real" data-pinned><th scope="row"><i>${
      renderMessage("real")
    }</i></th><td>–</td>${real}</tr></tbody></table></div>`;
}

function describeRuns(variant: string, { comparison }: ReportData): string {
  const { runs, diverged } = comparison.variants[variant] ?? { runs: 0, diverged: [] };
  const n = renderNumber(runs - diverged.length);
  return diverged.length === 0
    ? n
    : `${n}<span class="between diverged">${
      renderMessage("numbers.diverged_count", { count: renderNumber(diverged.length) })
    }</span>`;
}

function renderSummary(summary: MetricSummary | undefined): string {
  if (!summary || !Number.isFinite(summary.mean)) return `<td><span class="none">–</span></td>`;
  const { mean, low, high, n } = summary;
  const count = `<span class="count">, <i>n</i> = ${renderNumber(n)}</span>`;
  if (low === null || high === null) {
    return `<td><span class="mean">${renderNumber(mean)}</span> <span class="between">${
      renderMessage("numbers.no_interval")
    }${count}</span></td>`;
  }
  return `<td><span class="mean">${renderNumber(mean)}</span> <span class="between">${
    renderInterval(low, high)
  }${count}</span></td>`;
}

function describeProtocol({ reference }: ReportData): string {
  const { sampleCount, realCount, space } = reference.protocol;
  return renderMessage("numbers.protocol", {
    samples: renderNumber(sampleCount),
    real: renderNumber(realCount),
    space: renderSpace(space),
  });
}
