import { drawStageGraph } from "./draw_stage_graph.ts";
import { escapeHtml } from "./escape_html.ts";
import { formatBytes } from "./format_bytes.ts";
import { formatDuration } from "./format_duration.ts";
import { groupStages } from "./group_stages.ts";
import type { RunFacts, StageFacts } from "./report_data.ts";
import { RUN_MARKER } from "./run_marker.ts";

const BAD_STATUS = ["failed", "blocked", "diverged"];

/**
 * Renders how the run went: its graph of stages, their time and memory, where it ran, and how to repeat it.
 *
 * @param run What the runner saw.
 * @returns A section for {@linkcode insertRunSection}.
 */
export function renderRunSection(run: RunFacts): string {
  const nodes = groupStages(run.stages);
  return `<section id="run"><h2>How it was made</h2><p>Repeat it with</p><code class="command">${
    escapeHtml(run.command)
  }</code><h3>Stages</h3>${renderFailures(run.stages)}${renderTotals(run.stages)}` +
    `<div class="wide" role="region" aria-label="Graph of stages" tabindex="0">${
      drawStageGraph(nodes)
    }</div><p class="note">Solid boxes ran, dashed boxes came from the cache, heavy ones failed or diverged. Runs of one ` +
    `variant share a box; arrows that others imply are left out.</p>${renderStages(run.stages)}` +
    `<h3>Provenance</h3><dl class="provenance">${
      run.provenance.map(({ label, value }) =>
        `<div><dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd></div>`
      ).join("")
    }</dl></section>`;
}

/**
 * Puts the run section into a rendered report.
 *
 * @param html A report as `renderReport` returns it.
 * @param section A section as `renderRunSection` returns it.
 * @returns The report with its run section.
 * @throws {Error} If the report has no place for it, or more than one.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { insertRunSection } from "./run_section.ts";
 *
 * assertEquals(insertRunSection("<p><!--assay:run--></p>", "$1"), "<p>$1</p>");
 * ```
 */
export function insertRunSection(html: string, section: string): string {
  const parts = html.split(RUN_MARKER);
  if (parts.length !== 2) {
    throw new Error(
      `Cannot insert the run section: the report holds "${RUN_MARKER}" ${
        parts.length - 1
      } times; once is wanted`,
    );
  }
  return parts.join(section);
}

function renderFailures(stages: readonly StageFacts[]): string {
  const bad = stages.filter(({ status }) => BAD_STATUS.includes(status));
  if (bad.length === 0) return "";
  return `<ul class="failures">${
    bad.map(({ id, status, message }) =>
      `<li><b>× ${escapeHtml(status)}</b> <code>${escapeHtml(id)}</code>${
        message ? `<br>${escapeHtml(message)}` : ""
      }</li>`
    ).join("")
  }</ul>`;
}

function renderTotals(stages: readonly StageFacts[]): string {
  const counts = new Map<string, number>();
  for (const { status } of stages) counts.set(status, (counts.get(status) ?? 0) + 1);
  const parts = [...counts].map(([status, count]) => `${count} ${escapeHtml(status)}`);
  const spent = stages.filter(({ status }) => status !== "cached")
    .reduce((sum, { elapsedMs }) => sum + (elapsedMs ?? 0), 0);
  return `<p class="key">${stages.length} stages: ${parts.join(", ")} · ${
    formatDuration(spent)
  } of work in this run</p>`;
}

function renderStages(stages: readonly StageFacts[]): string {
  const rows = stages.map(({ id, status, elapsedMs, peakRssBytes, key }) =>
    `<tr><th scope="row"><code>${escapeHtml(id)}</code></th><td>${escapeHtml(status)}</td><td>${
      formatDuration(elapsedMs)
    }</td><td>${formatBytes(peakRssBytes)}</td><td>${
      key === null ? "–" : `<code title="${escapeHtml(key)}">${escapeHtml(key.slice(0, 12))}</code>`
    }</td></tr>`
  );
  return `<details><summary>Time and memory of every stage</summary><div class="wide" role="region" ` +
    `aria-label="Stages" tabindex="0"><table class="stages"><thead><tr><th scope="col">stage</th><th scope="col">status</th>` +
    `<th scope="col">time</th><th scope="col">peak memory</th><th scope="col">key</th></tr></thead><tbody>${
      rows.join("")
    }</tbody></table></div><p class="note">Of a cached stage, the time and memory of the run that made it.</p></details>`;
}
