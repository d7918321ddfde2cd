import { buildMetricTable } from "../build_tables.ts";
import { headMetric } from "../metric_text.ts";
import type { MetricSummary, ReportData } from "../report_data.ts";
import { renderAttribute, renderMessage } from "../text/render_message.ts";
import { renderInterval, renderNumber } from "../text/render_number.ts";
import { listVariants, renderVariantName } from "../variants.ts";

const HEADS = [
  "spread.mean",
  "spread.bootstrap",
  "spread.interquartile",
  "spread.deviation",
  "spread.range",
] as const;

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
  return `<details><summary>${
    renderMessage("spread.title")
  }</summary><div class="wide" role="region"${
    renderAttribute("aria-label", "spread.title")
  } tabindex="0">` +
    `<table class="numbers" data-copy><thead><tr><td></td>${
      HEADS.map((key) => `<th scope="col">${renderMessage(key)}</th>`).join("")
    }<th scope="col"><i>n</i></th></tr></thead><tbody>${
      rows.join("")
    }</tbody></table></div><p class="note">${renderMessage("spread.note")}</p></details>`;
}

function listCells(summary: MetricSummary): string[] {
  const { mean, sd, bootstrap, interquartileMean: middle, values, n } = summary;
  const numbers = Object.values(values);
  return [
    renderNumber(mean),
    bootstrap === null ? "–" : renderInterval(bootstrap.low, bootstrap.high),
    middle === null
      ? "–"
      : `${renderNumber(middle.value)} <span class="between">${
        renderInterval(middle.low, middle.high)
      }</span>`,
    renderNumber(sd),
    renderMessage("spread.to", {
      low: renderNumber(Math.min(...numbers)),
      high: renderNumber(Math.max(...numbers)),
    }),
    renderNumber(n),
  ];
}
