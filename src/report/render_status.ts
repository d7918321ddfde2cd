import { escapeHtml } from "./escape_html.ts";
import { MESSAGES } from "./text/messages.ts";
import { renderMessage } from "./text/render_message.ts";

/** Writes a stage's status in the page's language, or as it is where it has no word of its own. */
export function renderStatus(status: string): string {
  const key = `status.${status}`;
  return key in MESSAGES ? renderMessage(key as "status.done") : escapeHtml(status);
}
