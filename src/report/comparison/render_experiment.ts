import { escapeHtml } from "../escape_html.ts";
import { renderMessage } from "../text/render_message.ts";
import { renderNumber } from "../text/render_number.ts";
import type { ComparedExperiment } from "./comparison_data.ts";
import { countFindings } from "./count_findings.ts";
import { renderChanges } from "./render_changes.ts";
import { renderDifferences } from "./render_differences.ts";
import { renderJudgements } from "./render_judgements.ts";
import { renderPairs } from "./render_pairs.ts";

/** Renders one experiment of a comparison, at its place on the page. */
export async function renderExperiment(
  experiment: ComparedExperiment,
  place: number,
): Promise<string> {
  const questions = [...new Set(experiment.questions)];
  return `<section id="experiment-${place}" data-scope><h2>${nameExperiment(experiment)}</h2>${
    questions.map((question) => `<p class="asks">${escapeHtml(question)}</p>`).join("")
  }${renderFindings(experiment)}${renderChanges(experiment)}${
    renderJudgements(experiment)
  }${await renderDifferences(
    experiment,
    place,
  )}${renderPairs(experiment, place)}</section>`;
}

/** Writes the name of an experiment; both, where they are not the same. */
export function nameExperiment({ names }: ComparedExperiment): string {
  return [...new Set(names)].map(escapeHtml).join(" · ");
}

function renderFindings(experiment: ComparedExperiment): string {
  const { bytes, claims } = experiment;
  const { clearCount, testedCount, agreeingCount, isSame } = countFindings(experiment);
  const count = renderNumber(bytes.sameCount + bytes.differing.length);
  if (isSame) return `<p class="equal">${renderMessage(`compare.same_${bytes.of}`, { count })}</p>`;
  const bold = (value: number) => `<b>${renderNumber(value)}</b>`;
  const items = [
    renderMessage("compare.clear", { count: bold(clearCount), total: renderNumber(testedCount) }),
    ...(claims.length === 0 ? [] : [
      renderMessage("compare.agree", {
        count: bold(agreeingCount),
        total: renderNumber(claims.length),
      }),
    ]),
    renderMessage(`compare.some_${bytes.of}`, { same: bold(bytes.sameCount), count }),
  ];
  return `<ul class="findings">${items.map((item) => `<li>${item}</li>`).join("")}</ul>`;
}
