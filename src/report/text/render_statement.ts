import type { Statement, StatementValue } from "../../statements/statement.ts";
import { escapeHtml } from "../escape_html.ts";
import { type MessageKey, MESSAGES } from "./messages.ts";
import { renderMessage } from "./render_message.ts";
import { renderShort } from "./render_number.ts";

/**
 * Writes a statement as markup, for the page to put into its language.
 *
 * @param statement What was found.
 * @returns A `<span>`; names and other plain text are escaped.
 * @throws {RangeError} If there is no such message, or a slot of it has no value.
 */
export function renderStatement({ says, values = {} }: Statement): string {
  if (!Object.hasOwn(MESSAGES, says)) {
    throw new RangeError(`Cannot write "${says}": there is no such message`);
  }
  const slots = Object.entries(values).map(([name, value]) => [name, renderValue(value)]);
  return renderMessage(says as MessageKey, Object.fromEntries(slots));
}

function renderValue(value: StatementValue): string {
  if (value === null || typeof value === "number") return renderShort(value);
  if (typeof value === "string") return escapeHtml(value);
  if (isList(value)) return value.map(renderStatement).join(renderMessage("comma"));
  return "percent" in value ? `${renderShort(value.percent)} %` : renderStatement(value);
}

function isList(value: StatementValue): value is readonly Statement[] {
  return Array.isArray(value);
}
