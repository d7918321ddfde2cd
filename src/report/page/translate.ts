/// <reference lib="dom" />
import { fillAttribute, fillMessage } from "./fill_message.ts";
import { makeNumberConverter } from "./make_number_converter.ts";
import type { PageTexts } from "./page_texts.ts";

/** Puts a part of the page into a language: messages, attributes, and numbers, whose English text is kept. */
export function translate(root: ParentNode, language: string, texts: PageTexts): void {
  const convert = makeNumberConverter(language);
  const rewrite = (element: Element, isDuration: boolean): void => {
    const english = element.getAttribute("data-en") ?? element.textContent ?? "";
    element.setAttribute("data-en", english);
    element.textContent = language === "en" ? english : convert(english, { isDuration });
  };
  // Seeds are names, and plain in every language.
  const numbers = "data:not([data-plain]), svg [data-number], svg [data-duration]";
  for (const element of root.querySelectorAll(numbers)) {
    rewrite(element, element.hasAttribute("data-duration"));
  }
  for (const element of root.querySelectorAll("table.plain td")) {
    if (!element.firstElementChild) rewrite(element, false);
  }
  for (const element of root.querySelectorAll("svg.chart text:not([data-t])")) {
    const english = element.getAttribute("data-en") ?? element.textContent ?? "";
    if (/^[+−]?\d[\d,]*(\.\d+)?%?$/.test(english)) rewrite(element, false);
  }
  for (const element of root.querySelectorAll("[data-t]")) fillMessage(element, language, texts);
  for (const element of root.querySelectorAll("[data-ta]")) fillAttribute(element, language, texts);
}
