import { escapeHtml } from "../../report/escape_html.ts";
import { renderMessage } from "../../report/text/render_message.ts";
import { renderDuration, renderNumber } from "../../report/text/render_number.ts";
import type { LiveFacts, LiveStage } from "../live_facts.ts";

/**
 * Renders how far the run is: a bar for the whole, and one with pace, time left and newest numbers for each stage at work.
 *
 * @param facts What is known.
 * @returns Markup; none where nothing is at work.
 */
export function renderStages(
  { phase, stages, leftMs, running }: Pick<LiveFacts, "phase" | "stages" | "leftMs" | "running">,
): string {
  if (phase !== "running" && phase !== "gone") return "";
  const facts = [
    renderMessage("live.stages", {
      done: renderNumber(stages.done),
      all: renderNumber(stages.all),
    }),
    ...(leftMs === null || phase === "gone"
      ? []
      : [renderMessage("live.left", { time: renderWhole(leftMs) })]),
  ];
  const list = running.length === 0
    ? ""
    : `<ul class="live-stages">${running.map(renderStage).join("")}</ul>`;
  return `<p class="live-whole">${renderBar(stages.done, stages.all, "live-whole-text")}` +
    `<span id="live-whole-text">${facts.join(" · ")}</span></p>${list}`;
}

function renderStage({ id, elapsedMs, progress }: LiveStage, place: number): string {
  const name = `<code id="live-stage-${place}">${escapeHtml(id)}</code>`;
  if (progress === undefined) {
    return `<li>${name}<progress aria-labelledby="live-stage-${place}"></progress><span>${
      renderWhole(elapsedMs)
    }</span></li>`;
  }
  const { done, total, rate, leftMs, values } = progress;
  const facts = [
    renderMessage("live.so_far", { done: renderNumber(done), all: renderNumber(total) }),
    ...(rate === null ? [] : [renderMessage("live.speed", { rate: renderNumber(rate) })]),
    ...(leftMs === null ? [] : [renderMessage("live.left", { time: renderWhole(leftMs) })]),
  ];
  const numbers = Object.entries(values).map(([name, value]) =>
    `<span><code>${escapeHtml(name)}</code> ${renderNumber(value)}</span>`
  );
  return `<li>${name}${renderBar(done, total, `live-stage-${place}`)}<span>${
    facts.join(" · ")
  }</span>${
    numbers.length === 0 ? "" : `<span class="live-values">${numbers.join(" ")}</span>`
  }</li>`;
}

function renderBar(done: number, all: number, labelId: string): string {
  return `<progress max="${
    Math.max(1, all)
  }" value="${done}" aria-labelledby="${labelId}"></progress>`;
}

/** A time in whole seconds, as it changes while it is read. */
function renderWhole(elapsedMs: number): string {
  const seconds = Math.max(0, Math.round(elapsedMs / 1000));
  return seconds < 60
    ? `<data value="${seconds * 1000}" data-duration>${seconds} s</data>`
    : renderDuration(seconds * 1000);
}
