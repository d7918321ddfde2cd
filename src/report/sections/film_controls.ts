import { renderAttribute, renderMessage } from "../text/render_message.ts";
import { renderNumber } from "../text/render_number.ts";

/** What the slider moves. */
export interface FilmControls {
  /** Seeds to choose from. */
  readonly seeds: readonly number[];
  /** Steps of the films, ascending. */
  readonly steps: readonly number[];
  /** Whether the films show points of the plane. */
  readonly hasPoints: boolean;
  /** Whether they show what the networks make of the plane. */
  readonly hasPlane: boolean;
}

/**
 * Renders the slider of training steps that all films share, with play, the choice of a seed, what a plot of points
 * shows, and saving. A script has to show it, as it needs one.
 *
 * @param films What it moves: the films of the element around it that has `data-scope`, else all of the page.
 * @returns A hidden `<form>`, and a line for readers without JavaScript; nothing where there are no steps.
 */
export function renderFilmControls(films: FilmControls): string {
  const { steps, hasPoints, hasPlane } = films;
  if (steps.length === 0) return "";
  const seeds = films.seeds.map((seed) => `<option value="${seed}">${seed}</option>`);
  const last = steps.length - 1;
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
      hasPoints ? renderLayers(hasPlane) : ""
    }</form><noscript><p class="note">${
      renderMessage("samples.noscript", { seed: String(films.seeds[0]) })
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
