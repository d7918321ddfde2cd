import { escapeHtml } from "../escape_html.ts";
import { renderFact, renderFactLabel } from "../text/render_fact.ts";
import { renderAttribute, renderMessage } from "../text/render_message.ts";
import { renderNumber } from "../text/render_number.ts";
import type { ComparedExperiment, StageChange } from "./comparison_data.ts";
import { renderOnlyIn, renderSide } from "./render_side.ts";

/** More changes than this stand behind a fold. */
const MOST_SHOWN = 12;

/** Renders what both sides did differently: parameters, code and packages, and with what and where they computed. */
export function renderChanges(experiment: ComparedExperiment): string {
  const { changes, variantsOnlyIn, metricsOnlyIn } = experiment;
  return `<h3>${renderMessage("compare.changes")}</h3>${
    changes === null
      ? `<p class="note">${renderMessage("compare.no_records")}</p>`
      : renderStageChanges(changes)
  }${renderFacts(experiment)}${
    renderOnlyIn([variantsOnlyIn[0].map(bold), variantsOnlyIn[1].map(bold)])
  }${renderOnlyIn([metricsOnlyIn[0].map(code), metricsOnlyIn[1].map(code)])}${
    renderBytes(experiment)
  }`;
}

function bold(name: string): string {
  return `<b>${escapeHtml(name)}</b>`;
}

function code(name: string): string {
  return `<code>${escapeHtml(name)}</code>`;
}

function renderStageChanges(changes: readonly StageChange[]): string {
  if (changes.length === 0) return `<p class="note">${renderMessage("compare.no_changes")}</p>`;
  const rest = changes.slice(MOST_SHOWN);
  return renderTable(changes.slice(0, MOST_SHOWN)) +
    (rest.length === 0
      ? ""
      : `<details><summary>${
        renderMessage("compare.more_changes", { count: renderNumber(rest.length) })
      }</summary>${renderTable(rest)}</details>`);
}

function renderTable(changes: readonly StageChange[]): string {
  const head = (["compare.what", "compare.change", "compare.stages"] as const)
    .map((key) => `<th scope="col">${renderMessage(key)}</th>`);
  const rows = changes.map(({ part, name, detail, stages }) =>
    `<tr><th scope="row"><span class="unit">${renderMessage(`compare.part.${part}`)}</span> ${
      code(name)
    }</th><td><code>${
      escapeHtml(detail.replace(" -> ", " → "))
    }</code></td><td class="stage-names">${countKinds(stages)}</td></tr>`
  );
  return wrap(`<thead><tr>${head.join("")}</tr></thead><tbody>${rows.join("")}</tbody>`);
}

/** Stages of one kind as one: `9 × train-gan, report`. */
function countKinds(stages: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const stage of stages) {
    const kind = stage.split("/")[0];
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].map(([kind, count]) =>
    count === 1 ? escapeHtml(kind) : `${count} × ${escapeHtml(kind)}`
  )
    .join(", ");
}

function renderFacts({ facts }: ComparedExperiment): string {
  const differing = facts.filter(({ isSame }) => !isSame);
  const same = facts.filter(({ isSame }) => isSame).map(({ label }) => renderFactLabel(label));
  const rows = differing.map(({ label, values }) =>
    `<tr><th scope="row">${renderFactLabel(label)}</th>${
      values.map((value) => `<td>${renderFact(value)}</td>`).join("")
    }</tr>`
  );
  const table = rows.length === 0 ? "" : wrap(
    `<thead><tr><td></td><th scope="col">${renderSide(0)}</th><th scope="col">${
      renderSide(1)
    }</th></tr></thead><tbody>${rows.join("")}</tbody>`,
  );
  const note = same.length === 0
    ? ""
    : `<p class="note">${renderMessage("compare.facts_same", { names: same.join(", ") })}</p>`;
  return table + note;
}

function wrap(table: string): string {
  return `<div class="wide" role="region"${
    renderAttribute("aria-label", "compare.changes")
  } tabindex="0"><table class="settings">${table}</table></div>`;
}

function renderBytes({ bytes: { differing } }: ComparedExperiment): string {
  if (differing.length === 0) return "";
  return `<details><summary>${
    renderMessage("compare.differing", { count: renderNumber(differing.length) })
  }</summary><ul class="list">${
    differing.map((name) => `<li>${escapeHtml(name)}</li>`).join("")
  }</ul></details>`;
}
