import { renderMessage } from "../text/render_message.ts";
import type { Both } from "./comparison_data.ts";

const NAMES: Both<string> = ["A", "B"];

/** Writes a side's letter as a badge: solid for A, dashed for B. */
export function renderSide(at: 0 | 1): string {
  return `<span class="side side-${NAMES[at].toLowerCase()}">${NAMES[at]}</span>`;
}

/** Writes names that only one side has, a line for each side that has any. */
export function renderOnlyIn(names: Both<readonly string[]>): string {
  return ([0, 1] as const).filter((at) => names[at].length > 0).map((at) =>
    `<p class="note">${
      renderMessage("compare.only_in", { side: renderSide(at), names: names[at].join(", ") })
    }</p>`
  ).join("");
}
