import { makeGanttChart } from "../charts/gantt_chart.ts";
import { chooseTimeUnit } from "../choose_time_unit.ts";
import { escapeHtml } from "../escape_html.ts";
import { findLongestSitting } from "../group_sittings.ts";
import { renderChart } from "../render_chart.ts";
import { renderFigure } from "../render_figure.ts";
import type { StageFacts } from "../report_data.ts";
import { styleSeries } from "../series_style.ts";
import { MESSAGES } from "../text/messages.ts";
import { renderAttribute, renderMessage } from "../text/render_message.ts";
import { renderDuration, renderNumber } from "../text/render_number.ts";

const BAD_STATUS = ["failed", "diverged"];

/**
 * Renders when each stage ran, as a Gantt chart of the sitting in which most of them were made.
 *
 * @param stages All stages.
 * @returns Markup of a part of a section; nothing where no stage has a time.
 */
export async function renderStageTimes(stages: readonly StageFacts[]): Promise<string> {
  const sitting = findLongestSitting(stages);
  if (sitting === undefined) return "";
  const kinds = [...new Set(stages.map(({ kind }) => kind))];
  const unit = chooseTimeUnit(sitting.stages.reduce((end, { endMs }) => Math.max(end, endMs), 0));
  const colorOf = (kind: string): string => styleSeries(kinds.indexOf(kind)).color;
  const bars = sitting.stages.map(({ stage, startMs, endMs, lane }) => ({
    kind: stage.kind,
    color: colorOf(stage.kind),
    lane,
    start: startMs / unit.ms,
    end: endMs / unit.ms,
    isBad: BAD_STATUS.includes(stage.status),
  }));
  const axis = `run.since_${unit.name}` as const;
  const svg = await renderChart(makeGanttChart(bars, MESSAGES[axis].en), {
    id: "gantt",
    label: {
      key: "run.gantt_label",
      slots: { stages: sitting.stages.length },
    },
    words: [axis],
  });
  const drawn = kinds.filter((kind) => bars.some((bar) => bar.kind === kind));
  const key = drawn.map((kind) =>
    `<span><svg class="swatch" viewBox="0 0 26 10" aria-hidden="true"><path d="M2 0h22v10h-22z" fill="${
      colorOf(kind)
    }" opacity=".5"/></svg> ${escapeHtml(kind)}</span>`
  );
  const figure = renderFigure(
    `<div class="wide" role="region"${
      renderAttribute("aria-label", "run.gantt")
    } tabindex="0">${svg}</div>`,
    {
      caption: `<span class="key">${key.join("")}</span>`,
      name: { t: "run.gantt" },
      table: {
        head: (["run.stage", "run.start", "run.time", "run.worker"] as const)
          .map((name) => renderMessage(name)),
        rows: sitting.stages.map(({ stage, startMs, endMs, lane }) => [
          `<code>${escapeHtml(stage.id)}</code>`,
          renderDuration(startMs),
          renderDuration(endMs - startMs),
          String(lane + 1),
        ]),
      },
    },
  );
  return `<h3>${renderMessage("run.gantt")}</h3><div class="gantt">${figure}</div><p class="note">${
    renderMessage("run.gantt_note", {
      start: escapeHtml(sitting.startedAt.replace("T", " ").replace(/\.\d+Z$/, " UTC")),
    })
  }${
    sitting.otherCount > 0
      ? ` ${renderMessage("run.gantt_others", { others: renderNumber(sitting.otherCount) })}`
      : ""
  }</p>`;
}
