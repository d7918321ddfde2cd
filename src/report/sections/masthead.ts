import { describeDataset } from "../describe_dataset.ts";
import { escapeHtml } from "../escape_html.ts";
import { formatSeeds } from "../format_seeds.ts";
import type { ReportData } from "../report_data.ts";
import { renderMessage } from "../text/render_message.ts";
import { renderNumber } from "../text/render_number.ts";
import { renderToolbar } from "./toolbar.ts";

/**
 * Renders the head of the page: its tools, the question, and in one line what was done to answer it.
 *
 * @param data The report's data.
 * @returns A `<header>`.
 */
export function renderMasthead(data: ReportData): string {
  const { experiment, judgeAccuracy, reference } = data;
  const onStacks = reference.protocol.judgeAccuracy;
  const facts = [
    renderMessage("masthead.design", {
      variants: renderNumber(Object.keys(experiment.variants).length),
      seeds: renderNumber(experiment.seeds.length),
      dataset: describeDataset(experiment.dataset),
    }),
    renderMessage("masthead.seeds", { list: formatSeeds(experiment.seeds) }),
    ...describeSteps(data),
    renderMessage("masthead.samples", { count: renderNumber(experiment.evaluation.sampleCount) }),
    ...(judgeAccuracy === undefined
      ? []
      : [renderMessage("masthead.judge", { share: renderNumber(judgeAccuracy * 100) })]),
    ...(onStacks === undefined
      ? []
      : [renderMessage("masthead.judge_stacks", { share: renderNumber(onStacks * 100) })]),
  ];
  return `<header class="masthead">${renderToolbar()}<p class="eyebrow">${
    renderMessage("masthead.experiment", { name: `<b>${escapeHtml(experiment.name)}</b>` })
  }</p><h1>${escapeHtml(experiment.question)}</h1><p class="facts">${
    facts.join(`<span class="dot"> · </span>`)
  }</p></header>`;
}

function describeSteps({ experiment }: ReportData): string[] {
  const steps = Object.values(experiment.variants).map((settings) => Number(settings.stepCount))
    .filter(Number.isFinite);
  const [low, high] = [Math.min(...steps), Math.max(...steps)];
  if (steps.length === 0) return [];
  return [
    low === high
      ? renderMessage("masthead.steps", { steps: renderNumber(low) })
      : renderMessage("masthead.step_range", { low: renderNumber(low), high: renderNumber(high) }),
  ];
}
