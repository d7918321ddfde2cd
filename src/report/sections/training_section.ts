import { noteLogScale } from "../note_log_scale.ts";
import { CHART_PIXELS } from "../charts/chart_theme.ts";
import { makeHistoryChart } from "../charts/history_chart.ts";
import { chooseDomain, type Domain } from "../choose_domain.ts";
import { formatNumber } from "../format_number.ts";
import { renderChart } from "../render_chart.ts";
import { renderFigure } from "../render_figure.ts";
import type { ReportData, ReportRun } from "../report_data.ts";
import { styleSeries } from "../series_style.ts";
import { type HistorySummary, summarizeHistory } from "../summarize_history.ts";
import { type PlainSlot, renderMessage } from "../text/render_message.ts";
import { listVariants, renderVariantName, type Variant } from "../variants.ts";
import { tabulateHistory } from "../tabulate.ts";
import { renderQuantityKey } from "./quantity_key.ts";
import { QUANTITIES, type Quantity } from "./training_quantities.ts";

/**
 * Renders losses, the discriminator's answers and gradient norms of every variant against steps.
 *
 * @param data The report's data.
 * @returns A section; a row a quantity, a chart a variant, one vertical axis a row.
 */
export async function renderTrainingSection(data: ReportData): Promise<string> {
  const rows: string[] = [];
  for (const quantity of QUANTITIES) rows.push(await renderQuantity(quantity, data));
  return `<section id="training"><h2>${renderMessage("training.title")}</h2>${rows.join("")}` +
    `<p class="note">${renderMessage("training.note")}</p></section>`;
}

interface Summaries {
  readonly variant: Variant;
  readonly grey: HistorySummary;
  readonly colored: HistorySummary;
}

async function renderQuantity(quantity: Quantity, data: ReportData): Promise<string> {
  const variants = listVariants(data).map((variant): Summaries => ({
    variant,
    grey: summarizeHistory(variant.runs, quantity.grey.column),
    colored: summarizeHistory(variant.runs, quantity.colored.column),
  }));
  const axis = chooseDomain(
    variants.flatMap(({ grey, colored }) =>
      [...grey.band, ...colored.band].flatMap(({ low, high }) => [low, high])
    ),
    { range: quantity.range, mayBeLog: quantity.mayBeLog },
  );
  const lastStep = findLastStep(data.runs);
  const panels: string[] = [];
  for (const one of variants) {
    const { objective } = data.experiment.variants[one.variant.name];
    const isScore = quantity.isOfProbabilities === true && objective === "wasserstein";
    panels.push(
      isScore ? renderRefusal(one.variant) : await renderPanel(quantity, one, { axis, lastStep }),
    );
  }
  return `<h3>${renderMessage(quantity.title)}${noteLogScale(axis)} ${
    renderQuantityKey(quantity)
  }</h3>` +
    `<div class="panels">${panels.join("")}</div>`;
}

/** Stands where a chart would show the answers of a critic as if they were probabilities. */
function renderRefusal(variant: Variant): string {
  return `<figure><figcaption>${renderVariantName(variant)}</figcaption><p class="missing">${
    renderMessage("training.no_probability")
  }</p></figure>`;
}

async function renderPanel(
  quantity: Quantity,
  { variant, grey, colored }: Summaries,
  { axis, lastStep }: { readonly axis: Domain; readonly lastStep: number },
): Promise<string> {
  const isEmpty = grey.band.length + colored.band.length === 0;
  const end = ({ band }: HistorySummary): PlainSlot => ({
    n: formatNumber(band[band.length - 1]?.mean),
  });
  const chart = makeHistoryChart([
    { color: "var(--discriminator)", dash: [4, 2], summary: grey },
    { color: styleSeries(variant.index).color, dash: [], summary: colored },
  ], { axis, lastStep, divergedAt: listDivergences(variant.runs) });
  const svg = isEmpty
    ? `<p class="missing">${renderMessage("training.nothing")}</p>`
    : await renderChart(chart, {
      id: `${quantity.id}-${variant.index}`,
      label: {
        key: "training.label",
        slots: {
          quantity: { t: quantity.title },
          name: variant.name,
          first: { t: quantity.grey.label },
          first_end: end(grey),
          second: { t: quantity.colored.label },
          second_end: end(colored),
        },
      },
      words: ["step", "training.diverged"],
      axis: { unit: "step", pixels: CHART_PIXELS, values: [0, Math.max(1, lastStep)] },
    });
  return renderFigure(svg, {
    caption: renderVariantName(variant),
    name: [{ t: quantity.title }, `, ${variant.name}`],
    table: tabulateHistory([
      { name: renderMessage(quantity.grey.label), summary: grey },
      { name: renderMessage(quantity.colored.label), summary: colored },
    ]),
  });
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
