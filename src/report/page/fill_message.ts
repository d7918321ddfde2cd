/// <reference lib="dom" />
import { makeNumberConverter } from "./make_number_converter.ts";
import type { PageSlot, PageTexts } from "./page_texts.ts";

/** The form of a word, from `one=seed;other=seeds`, that agrees with a number in a language. */
export function chooseForm(forms: string, value: number, language: string): string {
  const words = Object.fromEntries(forms.split(";").map((form) => form.split("=")));
  return words[new Intl.PluralRules(language).select(value)] ?? words.other;
}

/** Writes an element's message in a language; the elements in its slots stay what they are. */
export function fillMessage(element: Element, language: string, texts: PageTexts): void {
  const text = texts[language][element.getAttribute("data-t")!];
  if (text === undefined) return;
  const slots = new Map(
    [...element.children].map((child) => [child.getAttribute("data-slot"), child]),
  );
  const parts: (string | Element)[] = [];
  let end = 0;
  for (const match of text.matchAll(/\{(\w+)(?::([^}]*))?\}/g)) {
    const slot = slots.get(match[1]);
    const value = [...slot?.querySelectorAll("data") ?? []]
      .reduce((sum, number) => sum + Number(number.getAttribute("value")), 0);
    parts.push(text.slice(end, match.index));
    if (match[2] !== undefined) parts.push(chooseForm(match[2], value, language));
    else if (slot) parts.push(slot);
    end = match.index + match[0].length;
  }
  element.replaceChildren(...parts, text.slice(end));
}

/** Writes the attribute of an element whose `data-ta` says `[attribute, key, slots]` in a language. */
export function fillAttribute(element: Element, language: string, texts: PageTexts): void {
  const [attribute, key, slots] = JSON.parse(element.getAttribute("data-ta")!) as [
    string,
    string,
    Record<string, PageSlot>?,
  ];
  const convert = makeNumberConverter(language);
  const write = (slot: PageSlot): string => {
    if (typeof slot === "string") return slot;
    if (typeof slot === "number") return slot.toLocaleString(language);
    if (slot instanceof Array) return slot.map(write).join("");
    return "t" in slot ? texts[language][slot.t] : convert(slot.n);
  };
  const text = texts[language][key]?.replace(
    /\{(\w+)(?::[^}]*)?\}/g,
    (_, name) => write(slots?.[name] ?? ""),
  );
  if (text !== undefined) element.setAttribute(attribute, text);
}
