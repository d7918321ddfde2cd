import { describeDataset } from "../describe_dataset.ts";
import { escapeHtml } from "../escape_html.ts";
import { formatNumber } from "../format_number.ts";
import type { ReportData } from "../report_data.ts";

/**
 * Renders the head of the page: the question, and in one line what was done to answer it.
 *
 * @param data The report's data.
 * @returns A `<header>`.
 */
export function renderMasthead(data: ReportData): string {
  const { experiment, judgeAccuracy, reference } = data;
  const onStacks = reference.protocol.judgeAccuracy;
  const variants = Object.keys(experiment.variants).length;
  const seeds = experiment.seeds.length;
  const facts = [
    `${count(variants, "variant")} × ${count(seeds, "seed")} on ${
      describeDataset(experiment.dataset)
    }`,
    ...describeSteps(data),
    `${formatNumber(experiment.evaluation.sampleCount)} samples a run`,
    ...(judgeAccuracy === undefined
      ? []
      : [`judge right on ${formatShare(judgeAccuracy)} of the test images`]),
    ...(onStacks === undefined
      ? []
      : [`on every digit of ${formatShare(onStacks)} of the test stacks`]),
  ];
  return `<header class="masthead"><p class="eyebrow">Experiment <b>${
    escapeHtml(experiment.name)
  }</b></p><h1>${escapeHtml(experiment.question)}</h1><p class="facts">${
    facts.join(`<span class="dot"> · </span>`)
  }</p></header>`;
}

function formatShare(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

function count(size: number, noun: string): string {
  return `${size} ${noun}${size === 1 ? "" : "s"}`;
}

function describeSteps({ experiment }: ReportData): string[] {
  const steps = Object.values(experiment.variants).map((settings) => Number(settings.stepCount))
    .filter(Number.isFinite);
  const [low, high] = [Math.min(...steps), Math.max(...steps)];
  if (steps.length === 0) return [];
  return low === high
    ? [`${formatNumber(low)} steps each`]
    : [`${formatNumber(low)} to ${formatNumber(high)} steps`];
}
