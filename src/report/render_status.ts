import { findStatusKey } from "./find_status_key.ts";
import { escapeHtml } from "./escape_html.ts";
import { renderMessage } from "./text/render_message.ts";

/** Writes a stage's status in the page's language, or as it is where it has no word of its own. */
export function renderStatus(status: string): string {
  const key = findStatusKey(status);
  return key === undefined ? escapeHtml(status) : renderMessage(key);
}
