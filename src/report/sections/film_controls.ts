import type { ReportData } from "../report_data.ts";
import { renderAttribute, renderMessage } from "../text/render_message.ts";
import { renderNumber } from "../text/render_number.ts";

/**
 * Renders the slider of training steps that all films share, with play, the choice of a seed, what a plot of points
 * shows, and saving. A script has to show it, as it needs one.
 *
 * @param data The report's data.
 * @param steps Steps of the films, ascending.
 * @returns A hidden `<form>`, and a line for readers without JavaScript; nothing where there are no steps.
 */
export function renderFilmControls(
  { experiment, runs }: ReportData,
  steps: readonly number[],
): string {
  if (steps.length === 0) return "";
  const seeds = experiment.seeds.map((seed) => `<option value="${seed}">${seed}</option>`);
  const last = steps.length - 1;
  const hasPoints = runs.some(({ snapshots }) => snapshots.some(({ points }) => points));
  return `<form class="controls" data-controls data-steps="${steps.join(",")}" hidden>` +
    `<button type="button" data-play>${
      renderMessage("samples.play")
    }</button><label class="slider"><span class="unseen">${
      renderMessage("samples.slider")
    }</span>` +
    `<input type="range" min="0" max="${last}" step="1" value="${last}" autocomplete="off"></label>` +
    `<output>${renderMessage("samples.step", { step: renderNumber(steps[last]) })}</output>` +
    `<label class="seed">${renderMessage("numbers.seed")} <select autocomplete="off">${
      seeds.join("")
    }</select></label><span class="saves">` +
    `<button type="button" class="tool" data-save="picture"${
      renderAttribute("title", "samples.save_png")
    }>${
      renderMessage("samples.picture")
    }</button><button type="button" class="tool" data-save="animation"${
      renderAttribute("title", "samples.save_animation")
    }>${renderMessage("samples.animation")}</button></span>${
      hasPoints ? renderLayers(runs.some(({ planes }) => planes !== undefined)) : ""
    }</form><noscript><p class="note">${
      renderMessage("samples.noscript", { seed: String(experiment.seeds[0]) })
    }</p></noscript>`;
}

function renderLayers(hasPlane: boolean): string {
  const layers = hasPlane
    ? (["real", "fake", "field", "manifold"] as const)
    : (["real", "fake"] as const);
  return `<fieldset class="layers"><legend>${renderMessage("layers")}</legend>${
    layers.map((layer) =>
      `<label><input type="checkbox" data-layer="${layer}" checked autocomplete="off"> ${
        renderMessage(`layers.${layer}`)
      }</label>`
    ).join("")
  }</fieldset>`;
}
