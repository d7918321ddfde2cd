/// <reference lib="dom" />
import type { PageTexts } from "./page_texts.ts";
import { translate } from "./translate.ts";

/** The toolbar: language, colours, and printing as slides. Choices are remembered where the browser lets a file do so. */
export function setUpPreferences(texts: PageTexts): void {
  const toolbar = document.querySelector<HTMLElement>("[data-toolbar]")!;
  const root = document.documentElement;
  const recall = (name: string): string | null => {
    try {
      return localStorage.getItem(name);
    } catch {
      return null;
    }
  };
  const remember = (name: string, value: string): void => {
    try {
      localStorage.setItem(name, value);
    } catch {
      // A page opened from disk may have no storage; the choice then lasts as long as the page.
    }
  };
  const connect = (name: string, apply: (value: string) => void): void => {
    const select = toolbar.querySelector<HTMLSelectElement>(`select[name=${name}]`)!;
    const known = [...select.options].map(({ value }) => value);
    const value = recall(`assay.${name}`);
    if (value !== null && known.includes(value)) select.value = value;
    apply(select.value);
    select.addEventListener("change", () => {
      remember(`assay.${name}`, select.value);
      apply(select.value);
    });
  };
  connect("language", (language) => {
    if (language === root.lang) return;
    root.lang = language;
    translate(document, language, texts);
  });
  connect("theme", (theme) => {
    if (theme === "auto") delete root.dataset.theme;
    else root.dataset.theme = theme;
  });
  toolbar.querySelector("button")!.addEventListener("click", () => {
    root.dataset.print = "slides";
    print();
    delete root.dataset.print;
  });
  toolbar.hidden = false;
}
