import { escapeHtml } from "../escape_html.ts";
import { renderMessage } from "../text/render_message.ts";
import { FORMULAS } from "./formulas.ts";

/**
 * Renders the formulas behind the metrics and losses, each with what it says.
 *
 * @returns Markup of a part of a section.
 */
export function renderGlossary(): string {
  const entries = FORMULAS.map(({ title, formula, text, source }) =>
    `<div><dt>${renderMessage(title)}</dt><dd><math display="block">${formula}</math><p>${
      renderMessage(text)
    } <span class="source">${escapeHtml(source)}</span></p></dd></div>`
  );
  return `<h3 id="formulas">${renderMessage("glossary.title")}</h3><dl class="methods formulas">${
    entries.join("")
  }</dl>`;
}
