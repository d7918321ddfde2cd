import type { Verdict } from "../../statistics/mod.ts";
import type { MessageKey } from "../text/messages.ts";
import { renderMessage } from "../text/render_message.ts";

const VERDICTS: Readonly<Record<Verdict, { readonly word: MessageKey; readonly mark: string }>> = {
  "shown": {
    word: "verdict.shown",
    mark: `<circle cx="16" cy="16" r="14"/><path d="M9 16.5l5 5l9.5-11"/>`,
  },
  "not shown": {
    word: "verdict.not_shown",
    mark: `<circle cx="16" cy="16" r="14"/><path d="M10.5 10.5l11 11m0-11l-11 11"/>`,
  },
  "undecided": {
    word: "verdict.undecided",
    mark: `<circle cx="16" cy="16" r="14" stroke-dasharray="4 3.3"/>` +
      `<path d="M11.5 12.5a4.5 4.5 0 1 1 6.5 4c-1.6.9-2 1.7-2 3.3m0 4v.1"/>`,
  },
};

/** Writes a verdict as its symbol and its word, so that neither colour nor shape alone tells it. */
export function renderVerdict(verdict: Verdict): string {
  const { word, mark } = VERDICTS[verdict];
  return `<svg class="mark" viewBox="0 0 32 32" aria-hidden="true">${mark}</svg>${
    renderMessage(word)
  }`;
}

/** The class that gives an element a verdict's colour. */
export function classifyVerdict(verdict: Verdict): string {
  return `verdict-${verdict.replace(" ", "-")}`;
}
