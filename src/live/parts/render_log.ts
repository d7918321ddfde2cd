import { escapeHtml } from "../../report/escape_html.ts";
import { renderMessage } from "../../report/text/render_message.ts";
import type { LiveFacts } from "../live_facts.ts";

/** Lines of the log that a page shows. */
const SHOWN = 30;

/** Renders the end of the log; nothing where it is empty. */
export function renderLog(log: LiveFacts["log"]): string {
  if (log.length === 0) return "";
  const lines = log.slice(-SHOWN).map(({ at, message }) =>
    `${new Date(at).toISOString().slice(11, 19)}Z  ${message}`
  );
  return `<h3>${renderMessage("live.log")}</h3><pre class="command" tabindex="0">${
    escapeHtml(lines.join("\n"))
  }</pre>`;
}
