import { escapeHtml } from "../escape_html.ts";
import { formatBytes } from "../format_bytes.ts";
import { renderStatus } from "../render_status.ts";
import type { StageFacts } from "../report_data.ts";
import { renderAttribute, renderMessage } from "../text/render_message.ts";
import type { MessageKey } from "../text/messages.ts";
import { renderDuration } from "../text/render_number.ts";

/** Heads of the columns, with the units that full values are copied in. */
const HEADS: readonly (readonly [MessageKey, string?])[] = [
  ["run.stage"],
  ["run.status"],
  ["run.time", "ms"],
  ["run.memory", "bytes"],
  ["run.key"],
];

/**
 * Renders every stage with its status, time, memory and key, behind a fold.
 *
 * @param stages All stages.
 * @returns A `<details>`.
 */
export function renderStageTable(stages: readonly StageFacts[]): string {
  const head = HEADS.map(([key, unit]) =>
    `<th scope="col"${unit === undefined ? "" : ` data-unit="${unit}"`}>${renderMessage(key)}</th>`
  );
  const rows = stages.map(({ id, status, elapsedMs, peakRssBytes, key }) =>
    `<tr><th scope="row"><code>${escapeHtml(id)}</code></th><td>${renderStatus(status)}</td><td>${
      renderDuration(elapsedMs)
    }</td><td>${
      peakRssBytes === null
        ? "–"
        : `<data value="${peakRssBytes}">${formatBytes(peakRssBytes)}</data>`
    }</td><td>${
      key === null ? "–" : `<code title="${escapeHtml(key)}">${escapeHtml(key.slice(0, 12))}</code>`
    }</td></tr>`
  );
  return `<details><summary>${
    renderMessage("run.every_stage")
  }</summary><div class="wide" role="region"${
    renderAttribute("aria-label", "run.every_stage")
  } tabindex="0"><table class="stages" data-sortable data-copy><thead><tr>${
    head.join("")
  }</tr></thead><tbody>${rows.join("")}</tbody></table></div><p class="note">${
    renderMessage("run.cached_note")
  }</p></details>`;
}
