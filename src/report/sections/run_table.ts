import { headMetric } from "../metric_text.ts";
import type { ReportData, ReportRun } from "../report_data.ts";
import { renderAttribute, renderMessage } from "../text/render_message.ts";
import { renderNumber } from "../text/render_number.ts";
import { renderReason } from "../text/render_reason.ts";
import { listVariants, renderVariantName } from "../variants.ts";

/**
 * Renders every run's final metrics behind a fold; a run that diverged or is missing says so.
 *
 * @param data The report's data.
 * @param metrics Full names, in the order of the columns.
 * @returns A `<details>`.
 */
export function renderRunTable(data: ReportData, metrics: readonly string[]): string {
  const head = metrics.map((metric) => `<th scope="col">${headMetric(metric)}</th>`).join("");
  const body = listVariants(data).flatMap((variant) =>
    data.experiment.seeds.map((seed) =>
      `<tr><th scope="row">${
        renderVariantName(variant)
      }</th><td><data value="${seed}" data-plain>${seed}</data></td>${
        renderCells(variant.runs.find((run) => run.seed === seed), metrics)
      }</tr>`
    )
  ).join("");
  return `<details><summary>${
    renderMessage("numbers.every_run")
  }</summary><div class="wide" role="region"${
    renderAttribute("aria-label", "numbers.run_table")
  } tabindex="0"><table class="numbers" data-sortable data-copy><thead><tr><th scope="col">${
    renderMessage("numbers.variant")
  }</th><th scope="col">${
    renderMessage("numbers.seed")
  }</th>${head}</tr></thead><tbody>${body}</tbody></table></div></details>`;
}

function renderCells(run: ReportRun | undefined, metrics: readonly string[]): string {
  const span = Math.max(1, metrics.length);
  if (run === undefined) {
    return `<td class="diverged" colspan="${span}">${renderMessage("numbers.missing")}</td>`;
  }
  if (run.evaluation.status === "diverged") {
    return `<td class="diverged" colspan="${span}">${
      renderMessage("numbers.diverged", { reason: renderReason(run.evaluation.reason) })
    }</td>`;
  }
  return metrics.map((metric) => `<td>${renderNumber(run.evaluation.metrics[metric])}</td>`)
    .join("");
}
