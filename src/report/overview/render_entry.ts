import { describeClaim } from "../claims/describe_claim.ts";
import { joinFacts } from "../claims/join_facts.ts";
import { classifyVerdict, renderVerdict } from "../claims/render_verdict.ts";
import { makeSampleDrawer } from "../draw_samples.ts";
import { escapeHtml } from "../escape_html.ts";
import { renderStatus } from "../render_status.ts";
import type { ClaimResult } from "../report_data.ts";
import { styleSeries } from "../series_style.ts";
import { renderFact } from "../text/render_fact.ts";
import { renderMessage } from "../text/render_message.ts";
import { renderDuration, renderNumber } from "../text/render_number.ts";
import { renderReason } from "../text/render_reason.ts";
import type { OverviewExperiment, UnreadableExperiment } from "./overview_data.ts";

/** Images in a row of a small picture. */
const GRID_SIDE = 5;
/** The most stages without a result that are named one by one. */
const MOST_PROBLEMS = 4;

/**
 * Renders an experiment in the list of a results folder.
 *
 * @throws {RangeError} If a claim is about a metric that is not in the catalogue.
 */
export function renderEntry(experiment: OverviewExperiment): string {
  const { name, question, report, command, claims } = experiment;
  return `<article class="entry"><div><h2><a href="${escapeHtml(report)}">${
    escapeHtml(name)
  }</a></h2><p class="asks">${escapeHtml(question)}</p><p class="facts">${
    listFacts(experiment).join(`<span class="dot"> · </span>`)
  }</p>${renderAnswers(claims)}${renderProblems(experiment)}<code class="command" tabindex="0">${
    escapeHtml(command)
  }</code></div>${renderPictures(experiment)}</article>`;
}

/** Renders an experiment of which nothing can be said. */
export function renderUnreadable({ name, unreadable }: UnreadableExperiment): string {
  return `<article class="entry"><div><h2>${escapeHtml(name)}</h2><ul class="failures"><li>${
    renderMessage("overview.unreadable", { reason: writeEnglish(unreadable) })
  }</li></ul></div></article>`;
}

function listFacts(
  { variants, seeds, engines, startedAt, spentMs }: OverviewExperiment,
): string[] {
  return [
    renderMessage("overview.design", {
      variants: renderNumber(variants.length),
      seeds: renderNumber(seeds.length),
      runs: renderNumber(variants.reduce((sum, { runs }) => sum + runs, 0)),
    }),
    ...(startedAt === null ? [] : [renderMessage("overview.ran", { when: writeTime(startedAt) })]),
    ...(spentMs > 0 ? [renderMessage("overview.spent", { time: renderDuration(spentMs) })] : []),
    ...engines.map(renderFact),
  ];
}

/** To the minute, in UTC, the same in every language. */
function writeTime(iso: string): string {
  const text = escapeHtml(iso);
  return `<time datetime="${text}">${text.slice(0, 10)} ${text.slice(11, 16)} UTC</time>`;
}

function renderAnswers(claims: readonly ClaimResult[]): string {
  if (claims.length === 0) return `<p class="note">${renderMessage("verdict.none")}</p>`;
  const items = claims.map((claim) => {
    const { sentence, size, facts } = describeClaim(claim);
    const effect = size === "" ? "" : `<span class="effect-size">${size}</span>`;
    return `<li class="${classifyVerdict(claim.verdict)}"><span class="verdict-word">${
      renderVerdict(claim.verdict)
    }</span><div>${sentence}<p class="effect">${effect}<span class="effect-facts">${
      joinFacts(facts)
    }</span></p></div></li>`;
  });
  return `<ul class="answers">${items.join("")}</ul>`;
}

function renderProblems(experiment: OverviewExperiment): string {
  const { problems, pictureProblem } = experiment;
  const named = problems.slice(0, MOST_PROBLEMS).map(({ stage, status, message }) =>
    `<b>× ${renderStatus(status)}</b> <code>${escapeHtml(stage)}</code>${
      message === undefined
        ? ""
        : ` ${status === "diverged" ? renderReason(message) : writeEnglish(message)}`
    }`
  );
  const rest = problems.length - named.length;
  const items = [
    ...listHoles(experiment),
    ...named,
    ...(rest > 0 ? [renderMessage("overview.more", { count: renderNumber(rest) })] : []),
    ...(pictureProblem === undefined
      ? []
      : [renderMessage("overview.picture_damaged", { reason: writeEnglish(pictureProblem) })]),
  ];
  if (items.length === 0) return "";
  return `<ul class="failures">${items.map((item) => `<li>${item}</li>`).join("")}</ul>`;
}

function listHoles({ variants, seeds }: OverviewExperiment): string[] {
  const wanted = variants.length * seeds.length;
  const missing = variants.reduce((sum, { runs }) => sum + Math.max(0, seeds.length - runs), 0);
  const diverged = variants.reduce((sum, { diverged }) => sum + diverged, 0);
  const count = (number: number) => ({
    count: renderNumber(number),
    wanted: renderNumber(wanted),
  });
  return [
    ...(missing === 0 ? [] : [renderMessage("overview.missing", count(missing))]),
    ...(diverged === 0 ? [] : [renderMessage("overview.diverged", count(diverged))]),
  ];
}

function renderPictures({ variants, pictures }: OverviewExperiment): string {
  if (pictures === undefined) return "";
  const draw = makeSampleDrawer({ ...pictures, gridSide: GRID_SIDE, realId: null });
  const figures = pictures.variants.map(({ name, seed, step, samples }) => {
    const { color } = styleSeries(variants.findIndex((variant) => variant.name === name));
    const slots = { name, seed: String(seed), step };
    return `<figure class="film"><figcaption>${escapeHtml(name)}</figcaption><div>${
      draw(samples, { color, key: "samples.alt", slots })
    }</div></figure>`;
  });
  return `<div class="thumbs">${figures.join("")}</div>`;
}

function writeEnglish(text: string): string {
  return `<span lang="en">${escapeHtml(text)}</span>`;
}
