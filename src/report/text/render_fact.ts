import { escapeHtml } from "../escape_html.ts";
import type { Fact } from "../report_data.ts";
import { MESSAGES } from "./messages.ts";
import { renderMessage } from "./render_message.ts";
import { renderStatement } from "./render_statement.ts";

/** Writes what a fact of provenance says: as it stands, or in the page's language. */
export function renderFact(value: Fact["value"]): string {
  return typeof value === "string" ? escapeHtml(value) : value.map(renderStatement).join("; ");
}

/** Writes what a fact is about; as it stands, where another version of Assay called it so. */
export function renderFactLabel(label: string): string {
  return Object.hasOwn(MESSAGES, label)
    ? renderMessage(label as Fact["label"])
    : `<span lang="en">${escapeHtml(label)}</span>`;
}
