import { escapeHtml } from "../escape_html.ts";
import { renderPage } from "../render_page.ts";
import { renderToolbar } from "../sections/toolbar.ts";
import { COMPARISON_STYLE } from "../style/comparison_style.ts";
import { renderAttribute, renderMessage } from "../text/render_message.ts";
import type { ComparisonData } from "./comparison_data.ts";
import { nameExperiment, renderExperiment } from "./render_experiment.ts";
import { renderOnlyIn, renderSide } from "./render_side.ts";

/**
 * Renders two results side by side: for each experiment that both have, what was done differently, both verdicts on
 * each claim, every difference of means with interval, effect and corrected p, and the samples on one slider.
 *
 * The same data gives the same bytes.
 *
 * @param data Both sides.
 * @returns One HTML document that needs nothing but itself and reads in full without JavaScript.
 * @throws {RangeError} If a metric is not in the catalogue.
 */
export async function renderComparison(data: ComparisonData): Promise<string> {
  const { sides, experiments, onlyIn } = data;
  const [a, b] = sides.map((name, at) =>
    `${renderSide(at as 0 | 1)} <span class="name">${escapeHtml(name)}</span>`
  );
  const sections: string[] = [];
  for (const [place, experiment] of experiments.entries()) {
    sections.push(await renderExperiment(experiment, place));
  }
  const links = experiments.map((experiment, place) =>
    `<a href="#experiment-${place}">${nameExperiment(experiment)}</a>`
  );
  const contents = experiments.length < 2
    ? ""
    : `<nav class="contents"${renderAttribute("aria-label", "compare.experiments")}>${
      links.join("")
    }</nav>`;
  return renderPage(`${sides[0]} · ${sides[1]}`, [
    `<header class="masthead">${renderToolbar()}<p class="eyebrow">${
      renderMessage("compare.eyebrow")
    }</p><h1>${renderMessage("compare.title", { a, b })}</h1>${contents}${
      renderOnlyIn([onlyIn[0].map(escapeHtml), onlyIn[1].map(escapeHtml)])
    }</header>`,
    `<main>${sections.join("\n")}</main>`,
  ], { style: COMPARISON_STYLE });
}
