import { chooseDomain } from "../choose_domain.ts";
import { noteLogScale } from "../note_log_scale.ts";
import { makeCostChart, type StageCost } from "../charts/cost_chart.ts";
import { escapeHtml } from "../escape_html.ts";
import { formatNumber } from "../format_number.ts";
import { renderChart } from "../render_chart.ts";
import { renderFigure } from "../render_figure.ts";
import type { StageFacts } from "../report_data.ts";
import { MESSAGES } from "../text/messages.ts";
import { renderMessage } from "../text/render_message.ts";

const MEBIBYTE = 1024 ** 2;

/**
 * Renders what the kinds of stages take in time and memory.
 *
 * @param stages All stages.
 * @returns Markup of a part of a section; nothing where nothing was measured.
 */
export async function renderStageCosts(stages: readonly StageFacts[]): Promise<string> {
  const times = listCosts(stages, ({ elapsedMs }) => elapsedMs === null ? null : elapsedMs / 1000);
  const memory = listCosts(
    stages,
    ({ peakRssBytes }) => peakRssBytes === null ? null : peakRssBytes / MEBIBYTE,
  );
  if (times.length + memory.length === 0) return "";
  const panels = [
    await renderCosts(times, { id: "time", label: "run.time_label", axis: "run.seconds_axis" }),
    await renderCosts(memory, { id: "memory", label: "run.memory_label", axis: "run.memory_axis" }),
  ];
  return `<h3>${renderMessage("run.cost")}</h3><div class="panels">${
    panels.join("")
  }</div><p class="note">${renderMessage("run.cost_note")}</p>`;
}

function listCosts(
  stages: readonly StageFacts[],
  read: (stage: StageFacts) => number | null,
): StageCost[] {
  return stages.flatMap((stage) => {
    const value = read(stage);
    return value !== null && value > 0 ? [{ kind: stage.kind, value }] : [];
  });
}

async function renderCosts(
  costs: readonly StageCost[],
  { id, label, axis }: {
    readonly id: string;
    readonly label: "run.time_label" | "run.memory_label";
    readonly axis: "run.seconds_axis" | "run.memory_axis";
  },
): Promise<string> {
  if (costs.length === 0) return "";
  const kinds = [...new Set(costs.map(({ kind }) => kind))].map((kind) => {
    const values = costs.filter((cost) => cost.kind === kind).map(({ value }) => value)
      .sort((one, other) => one - other);
    const middle = (values.length - 1) / 2;
    const median = (values[Math.floor(middle)] + values[Math.ceil(middle)]) / 2;
    return { kind, median, highest: values[values.length - 1] };
  });
  const domain = chooseDomain(costs.map(({ value }) => value), { mayBeLog: true });
  const chart = makeCostChart(costs, { title: MESSAGES[axis].en, axis: domain });
  const svg = await renderChart(chart, {
    id: `stage-${id}`,
    label: {
      key: label,
      slots: {
        parts: kinds.map(({ kind, median }, at) => [
          at === 0 ? "" : ", ",
          `${kind} `,
          { n: formatNumber(median) },
        ]),
      },
    },
    words: [axis],
  });
  return renderFigure(svg, {
    caption: `${renderMessage(axis)}${noteLogScale(domain)}`,
    name: { t: axis },
    table: {
      head: (["run.kind", "run.median", "run.highest"] as const).map((key) => renderMessage(key)),
      rows: kinds.map(({ kind, median, highest }) => [
        `<code>${escapeHtml(kind)}</code>`,
        formatNumber(median),
        formatNumber(highest),
      ]),
    },
  });
}
