/// <reference lib="dom" />
import { makeSignControl } from "./make_element.ts";
import type { PageTexts } from "./page_texts.ts";

/** A dialog that shows one film as large as the window; the arrow keys move its step, Escape closes it. */
export function setUpZoom(texts: PageTexts, signal: AbortSignal): void {
  const dialog = document.createElement("dialog");
  dialog.className = "zoom";
  const stage = document.createElement("div");
  const close = makeSignControl("×", "close", texts, {
    className: "close",
    onClick: () => dialog.close(),
  });
  dialog.append(close, stage);
  document.body.append(dialog);
  let film: Element | null = null;
  const fill = (): void => {
    if (!film || !dialog.open) return;
    const title = film.querySelector("figcaption")!.cloneNode(true) as Element;
    title.querySelectorAll("button").forEach((button) => button.remove());
    const frame = film.querySelector("[data-frame]:not([hidden])") ?? film.querySelector("div")!;
    stage.replaceChildren(title, frame.cloneNode(true));
    dialog.setAttribute("aria-label", title.textContent!.trim());
  };
  const open = (figure: Element): void => {
    film = figure;
    dialog.showModal();
    fill();
  };
  for (const figure of document.querySelectorAll("figure.film")) {
    const button = makeSignControl("⤢", "enlarge", texts, {
      className: "tool enlarge",
      onClick: () => open(figure),
    });
    figure.querySelector("figcaption")!.append(button);
    for (const picture of figure.querySelectorAll<HTMLElement>("img, svg.scatter")) {
      picture.addEventListener("click", () => open(figure));
    }
  }
  document.addEventListener("step", fill, { signal });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
}
