import { makeHistoryChart } from "../charts/history_chart.ts";
import { chooseDomain } from "../choose_domain.ts";
import { renderChart } from "../render_chart.ts";
import type { ReportData, ReportRun } from "../report_data.ts";
import { styleSeries } from "../series_style.ts";
import { type HistorySummary, summarizeHistory } from "../summarize_history.ts";
import { listVariants, renderVariantName, type Variant } from "../variants.ts";

interface Quantity {
  readonly id: string;
  readonly title: string;
  /** Column of the discriminator, drawn in grey and dashed. */
  readonly grey: { readonly column: string; readonly label: string };
  /** Column of the generator, drawn in the variant's colour. */
  readonly colored: { readonly column: string; readonly label: string };
  readonly range?: readonly [number, number];
  readonly mayBeLog: boolean;
}

const QUANTITIES: readonly Quantity[] = [
  {
    id: "losses",
    title: "Losses",
    grey: { column: "discriminator_loss", label: "discriminator" },
    colored: { column: "generator_loss", label: "generator" },
    mayBeLog: false,
  },
  {
    id: "outputs",
    title: "What the discriminator answers",
    grey: { column: "d_real", label: "D(x), on real data" },
    colored: { column: "d_fake", label: "D(G(z)), on samples" },
    range: [0, 1],
    mayBeLog: false,
  },
  {
    id: "gradients",
    title: "Gradient norms",
    grey: { column: "discriminator_gradient_norm", label: "discriminator" },
    colored: { column: "generator_gradient_norm", label: "generator" },
    mayBeLog: true,
  },
];

/**
 * Renders losses, the discriminator's answers and gradient norms of every variant against steps.
 *
 * @param data The report's data.
 * @returns A section; a row a quantity, a chart a variant, one vertical axis a row.
 */
export async function renderTrainingSection(data: ReportData): Promise<string> {
  const rows: string[] = [];
  for (const quantity of QUANTITIES) rows.push(await renderQuantity(quantity, data));
  return `<section id="training"><h2>Training</h2>${rows.join("")}` +
    `<p class="note">Faint lines are single seeds as recorded, cut off where they leave the axis. Strong lines are the ` +
    `mean over seeds of values smoothed over a fortieth of the run, bands reach from the lowest to the highest seed.</p></section>`;
}

async function renderQuantity(quantity: Quantity, data: ReportData): Promise<string> {
  const variants = listVariants(data).map((variant) => ({
    variant,
    grey: summarizeHistory(variant.runs, quantity.grey.column),
    colored: summarizeHistory(variant.runs, quantity.colored.column),
  }));
  const summaries = variants.flatMap(({ grey, colored }) => [grey, colored]);
  const axis = chooseDomain(
    summaries.flatMap(({ band }) => band.flatMap(({ low, high }) => [low, high])),
    { range: quantity.range, mayBeLog: quantity.mayBeLog },
  );
  const lastStep = findLastStep(data.runs);
  const panels: string[] = [];
  for (const { variant, grey, colored } of variants) {
    const chart = makeHistoryChart([
      { color: "var(--discriminator)", dash: [4, 2], summary: grey },
      { color: styleSeries(variant.index).color, dash: [], summary: colored },
    ], { axis, lastStep, divergedAt: listDivergences(variant.runs) });
    const svg = grey.band.length + colored.band.length === 0
      ? `<p class="missing">Nothing recorded</p>`
      : await renderChart(chart, {
        id: `${quantity.id}-${variant.index}`,
        label: describeChart(quantity, variant, { grey, colored }),
      });
    panels.push(
      `<figure class="panel"><figcaption>${renderVariantName(variant)}</figcaption>${svg}</figure>`,
    );
  }
  return `<h3>${quantity.title}${axis.scale === "log" ? ", log scale" : ""} ${
    renderKey(quantity)
  }</h3>` +
    `<div class="panels">${panels.join("")}</div>`;
}

function renderKey({ grey, colored }: Quantity): string {
  return `<span class="key"><span><svg class="swatch" viewBox="0 0 26 10" aria-hidden="true"><path d="M0 5h26" ` +
    `stroke="var(--discriminator)" stroke-width="2" stroke-dasharray="5 3"/></svg> ${grey.label}</span>` +
    `<span><svg class="swatch" viewBox="0 0 26 10" aria-hidden="true"><path d="M0 5h26" stroke="var(--series-1)" ` +
    `stroke-width="2"/></svg> ${colored.label}, in the variant’s colour</span></span>`;
}

function findLastStep(runs: readonly ReportRun[]): number {
  return runs.reduce((last, { history }) => {
    const steps = history.step;
    return steps && steps.length > 0 ? Math.max(last, steps[steps.length - 1]) : last;
  }, 0);
}

function listDivergences(runs: readonly ReportRun[]): number[] {
  return runs.filter(({ evaluation }) => evaluation.status === "diverged")
    .map(({ history }) => history.step?.[history.step.length - 1] ?? 0);
}

function describeChart(
  { title, grey, colored }: Quantity,
  { name }: Variant,
  summaries: { readonly grey: HistorySummary; readonly colored: HistorySummary },
): string {
  const end = ({ band }: HistorySummary): string =>
    band.length === 0 ? "nothing" : band[band.length - 1].mean.toPrecision(3);
  return `${title} of ${name} against steps. At the end, smoothed: ${grey.label} ${
    end(summaries.grey)
  }, ${colored.label} ${end(summaries.colored)}.`;
}
