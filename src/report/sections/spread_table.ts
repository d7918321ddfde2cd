import { buildMetricTable } from "../build_tables.ts";
import { formatInterval } from "../format_interval.ts";
import { formatNumber } from "../format_number.ts";
import { headMetric } from "../metric_text.ts";
import type { MetricSummary, ReportData } from "../report_data.ts";
import { listVariants, renderVariantName } from "../variants.ts";

/**
 * Renders, behind a fold, what a mean with its interval leaves out: the deviation over seeds, and
 * the estimates that assume no normality.
 *
 * @param data The report's data.
 * @returns A fold with a table; nothing where no variant has two runs that ended.
 */
export function renderSpread(data: ReportData): string {
  const variants = listVariants(data);
  const rows = buildMetricTable(data.comparison).flatMap(({ metric, summaries }) =>
    variants.flatMap((variant) => {
      const summary = summaries[variant.name];
      if (!summary || summary.sd === null) return [];
      return [
        `<tr><th scope="row">${headMetric(metric)} <span class="unit">${
          renderVariantName(variant)
        }</span></th>${listCells(summary).map((cell) => `<td>${cell}</td>`).join("")}</tr>`,
      ];
    })
  );
  if (rows.length === 0) return "";
  return `<details><summary>Spread over seeds, interquartile means, bootstrap intervals</summary>` +
    `<div class="wide" role="region" aria-label="Spread over seeds" tabindex="0">` +
    `<table class="numbers"><thead><tr><td></td>${
      ["mean", "bootstrap interval of it", "interquartile mean", "standard deviation", "range", "n"]
        .map((head) => `<th scope="col">${head}</th>`).join("")
    }</tr></thead><tbody>${
      rows.join("")
    }</tbody></table></div><p class="note">The interquartile mean drops a quarter of the runs at each end, so ` +
    `that one wild run does not move it. Bootstrap intervals (BCa for the mean, percentile for the ` +
    `interquartile mean; 95 %) assume no normality; below five runs there are none, and below ten they are ` +
    `too narrow.</p></details>`;
}

function listCells(summary: MetricSummary): string[] {
  const { mean, sd, bootstrap, interquartileMean: middle, values, n } = summary;
  const numbers = Object.values(values);
  return [
    formatNumber(mean),
    bootstrap === null ? "–" : formatInterval(bootstrap.low, bootstrap.high),
    middle === null
      ? "–"
      : `${formatNumber(middle.value)} <span class="between">${
        formatInterval(middle.low, middle.high)
      }</span>`,
    formatNumber(sd),
    `${formatNumber(Math.min(...numbers))} to ${formatNumber(Math.max(...numbers))}`,
    String(n),
  ];
}
