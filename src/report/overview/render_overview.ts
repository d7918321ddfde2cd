import { classifyVerdict, renderVerdict } from "../claims/render_verdict.ts";
import { escapeHtml } from "../escape_html.ts";
import { renderPage } from "../render_page.ts";
import { renderToolbar } from "../sections/toolbar.ts";
import { OVERVIEW_STYLE } from "../style/overview_style.ts";
import { renderMessage } from "../text/render_message.ts";
import { renderNumber } from "../text/render_number.ts";
import type { OverviewData } from "./overview_data.ts";
import { renderEntry, renderUnreadable } from "./render_entry.ts";

const VERDICTS = ["shown", "not shown", "undecided"] as const;

/**
 * Renders the page of a results folder: every experiment with its question, the verdicts on its claims, when and with
 * what it was computed, what is missing, and a link to its report.
 *
 * An experiment whose numbers cannot be written, as one of another version's metrics, is named with the reason; the
 * others stand.
 *
 * @param data The folder.
 * @returns One HTML document that needs nothing but itself and reads in full without JavaScript.
 */
export function renderOverview({ place, experiments }: OverviewData): string {
  const entries = experiments.map((experiment) => {
    if ("unreadable" in experiment) return renderUnreadable(experiment);
    try {
      return renderEntry(experiment);
    } catch (error) {
      return renderUnreadable({ name: experiment.name, unreadable: (error as Error).message });
    }
  });
  const body = entries.length === 0
    ? `<p class="note">${renderMessage("overview.nothing")}</p>`
    : `<div class="entries">${entries.join("")}</div>`;
  const title = renderMessage("overview.title", { count: renderNumber(experiments.length) });
  return renderPage(`${place} · ${experiments.length}`, [
    `<header class="masthead">${renderToolbar()}<p class="eyebrow">${
      renderMessage("overview.eyebrow", { place: `<b>${escapeHtml(place)}</b>` })
    }</p><h1>${title}</h1>${renderTotals(experiments)}</header>`,
    `<main>${body}</main>`,
    `<footer>${renderMessage("overview.note")}</footer>`,
  ], { style: OVERVIEW_STYLE });
}

function renderTotals(experiments: OverviewData["experiments"]): string {
  const claims = experiments.flatMap((one) => "unreadable" in one ? [] : one.claims);
  if (claims.length === 0) return "";
  const items = VERDICTS.map((verdict) => {
    const count = claims.filter((claim) => claim.verdict === verdict).length;
    return `<li class="${classifyVerdict(verdict)}"><span class="verdict-word">${
      renderVerdict(verdict)
    }</span> ${
      renderMessage("overview.count", {
        count: renderNumber(count),
        total: renderNumber(claims.length),
      })
    }</li>`;
  });
  return `<ul class="answers-total">${items.join("")}</ul>`;
}
