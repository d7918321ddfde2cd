/// <reference lib="dom" />
import { translate } from "./translate.ts";
import type { PageTexts } from "./page_texts.ts";

/** A control that says a message in the page's language. */
export function makeControl(
  key: string,
  texts: PageTexts,
  options: { className: string; onClick: () => void },
): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = options.className;
  const text = document.createElement("span");
  text.dataset.t = key;
  button.append(text);
  button.addEventListener("click", options.onClick);
  translate(button, document.documentElement.lang, texts);
  return button;
}

/** A control with a sign for those who see it and a message for those who hear it. */
export function makeSignControl(
  sign: string,
  key: string,
  texts: PageTexts,
  options: { className: string; onClick: () => void },
): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = options.className;
  button.textContent = sign;
  button.dataset.ta = JSON.stringify(["aria-label", key]);
  button.title = "";
  button.addEventListener("click", options.onClick);
  const holder = document.createElement("div");
  holder.append(button);
  translate(holder, document.documentElement.lang, texts);
  button.removeAttribute("title");
  return button;
}
