import { describeMetric } from "../../metrics/mod.ts";
import { headMetric } from "../metric_text.ts";
import { pickEvenly } from "../pick_evenly.ts";
import type { Evaluation, ReportData, ReportRun } from "../report_data.ts";
import { renderAttribute, renderMessage } from "../text/render_message.ts";
import { renderNumber } from "../text/render_number.ts";
import { renderReason } from "../text/render_reason.ts";
import { listVariants, renderVariantName } from "../variants.ts";

type Selection = NonNullable<Evaluation["selection"]>;

/** Steps that the table shows beside the chosen ones. */
const MOST_STEPS = 8;

/**
 * Renders which snapshot of each run was chosen on the validation split, beside the values that it was chosen from.
 *
 * @param data The report's data.
 * @returns A section, empty where the last step counts.
 */
export function renderSelectionSection(data: ReportData): string {
  const selections = data.runs.flatMap(({ evaluation: { selection } }) => selection ?? []);
  if (selections.length === 0) return "";
  const [{ metric, validationCount }] = selections;
  const steps = chooseSteps(selections);
  const head = steps.map((step) => `<th scope="col">${renderNumber(step)}</th>`).join("");
  const bodies = listVariants(data).map(({ name, index, runs }) =>
    runs.map((run, place) =>
      `<tr><th scope="row">${
        place === 0 ? renderVariantName({ name, index }) : ""
      } <span class="unit">${renderMessage("seed", { seed: String(run.seed) })}</span></th>${
        renderRun(run, steps)
      }</tr>`
    ).join("")
  );
  const note = describeMetric(metric).better === "lower" ? "selection.lowest" : "selection.highest";
  return `<section id="selection"><h2>${
    renderMessage("selection.title")
  }</h2><div class="wide" role="region"${
    renderAttribute("aria-label", "selection.table")
  } tabindex="0"><table class="numbers selection"><thead><tr><td>${
    headMetric(metric)
  }</td><th scope="col">${renderMessage("selection.step")}</th>${head}</tr></thead><tbody>${
    bodies.join("")
  }</tbody></table></div><p class="note">${renderMessage(note)} ${
    renderMessage("selection.note", { count: renderNumber(validationCount) })
  }</p></section>`;
}

/** Evenly spread steps, and all that were chosen. */
function chooseSteps(selections: readonly Selection[]): number[] {
  const all = selections.flatMap(({ curve }) => curve.map(({ step }) => step));
  const ascending = [...new Set(all)].sort((one, other) => one - other);
  const chosen = selections.map(({ step }) => step);
  return [...new Set([...pickEvenly(ascending, MOST_STEPS), ...chosen])]
    .sort((one, other) => one - other);
}

function renderRun({ evaluation }: ReportRun, steps: readonly number[]): string {
  const { selection, status, reason } = evaluation;
  if (selection === undefined || status === "diverged") {
    return `<td class="diverged" colspan="${1 + steps.length}">${
      renderMessage("numbers.diverged", { reason: renderReason(reason) })
    }</td>`;
  }
  const mark = `<span role="img"${renderAttribute("aria-label", "selection.chosen")}>✓</span>`;
  const cells = steps.map((step) => {
    const value = renderNumber(selection.curve.find((point) => point.step === step)?.value);
    return step === selection.step
      ? `<td class="chosen">${value} ${mark}</td>`
      : `<td>${value}</td>`;
  });
  return `<td class="chosen">${renderNumber(selection.step)}</td>${cells.join("")}`;
}
