import { drawStageGraph } from "../draw_stage_graph.ts";
import { escapeHtml } from "../escape_html.ts";
import { groupStages } from "../group_stages.ts";
import { renderStatus } from "../render_status.ts";
import type { RunFacts, StageFacts } from "../report_data.ts";
import { renderFact } from "../text/render_fact.ts";
import { renderAttribute, renderMessage } from "../text/render_message.ts";
import { renderDuration, renderNumber } from "../text/render_number.ts";
import { renderReason } from "../text/render_reason.ts";
import { renderStageCosts } from "./stage_costs.ts";
import { renderStageTable } from "./stage_table.ts";
import { renderStageTimes } from "./stage_times.ts";

const BAD_STATUS = ["failed", "blocked", "diverged"];

/**
 * Renders how the run went: how to repeat and check it, its graph of stages, when they ran, their time and memory, and
 * where it ran.
 *
 * @param run What the runner saw.
 * @returns A section for `completeReport`.
 */
export async function renderRunSection(run: RunFacts): Promise<string> {
  return `<section id="run"><h2>${renderMessage("run.title")}</h2>${
    renderCommand("run.repeat", run.command)
  }${run.verifyCommand === undefined ? "" : renderCommand("run.verify", run.verifyCommand)}<h3>${
    renderMessage("run.stages")
  }</h3>${renderFailures(run.stages)}${renderTotals(run.stages)}` +
    `<div class="wide" role="region"${renderAttribute("aria-label", "run.stages")} tabindex="0">${
      drawStageGraph(groupStages(run.stages))
    }</div><p class="note">${renderMessage("run.graph_note")}</p>${await renderStageTimes(
      run.stages,
    )}${await renderStageCosts(run.stages)}${renderStageTable(run.stages)}<h3>${
      renderMessage("run.provenance")
    }</h3><dl class="provenance">${
      run.provenance.map(({ label, value }) =>
        `<div><dt>${renderMessage(label)}</dt><dd>${renderFact(value)}</dd></div>`
      ).join("")
    }</dl></section>`;
}

function renderCommand(key: "run.repeat" | "run.verify", command: string): string {
  return `<p>${renderMessage(key)}</p><code class="command" tabindex="0">${
    escapeHtml(command)
  }</code>`;
}

function renderFailures(stages: readonly StageFacts[]): string {
  const bad = stages.filter(({ status }) => BAD_STATUS.includes(status));
  if (bad.length === 0) return "";
  return `<ul class="failures">${
    bad.map(({ id, status, message }) =>
      `<li><b>× ${renderStatus(status)}</b> <code>${escapeHtml(id)}</code>${
        message ? `<br>${status === "diverged" ? renderReason(message) : escapeHtml(message)}` : ""
      }</li>`
    ).join("")
  }</ul>`;
}

function renderTotals(stages: readonly StageFacts[]): string {
  const counts = new Map<string, number>();
  for (const { status } of stages) counts.set(status, (counts.get(status) ?? 0) + 1);
  const parts = [...counts].map(([status, count]) =>
    `${renderNumber(count)} ${renderStatus(status)}`
  );
  const spent = stages.filter(({ status }) => status !== "cached")
    .reduce((sum, { elapsedMs }) => sum + (elapsedMs ?? 0), 0);
  return `<p class="key"><span>${
    renderMessage("run.totals", { count: renderNumber(stages.length), time: renderDuration(spent) })
  }</span><span>${parts.join(", ")}</span></p>`;
}
