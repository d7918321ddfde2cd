import { makeHistoryChart } from "../../report/charts/history_chart.ts";
import { chooseDomain } from "../../report/choose_domain.ts";
import { formatNumber } from "../../report/format_number.ts";
import { renderChart } from "../../report/render_chart.ts";
import { renderFigure } from "../../report/render_figure.ts";
import { renderQuantityKey } from "../../report/sections/quantity_key.ts";
import { QUANTITIES, type Quantity } from "../../report/sections/training_quantities.ts";
import { styleSeries } from "../../report/series_style.ts";
import { type HistorySummary, summarizeHistory } from "../../report/summarize_history.ts";
import { tabulateHistory } from "../../report/tabulate.ts";
import { renderMessage } from "../../report/text/render_message.ts";
import { renderVariantName } from "../../report/variants.ts";
import type { LiveRun } from "../live_facts.ts";

/** What is worth watching: losses, and what the discriminator answers. */
const WATCHED = QUANTITIES.filter(({ id }) => id !== "gradients");

/**
 * Renders losses and the discriminator's answers of the runs in training, a chart a variant, as the report draws them.
 *
 * @param runs The runs, with what they told so far.
 * @returns Markup; none where nothing was told.
 */
export async function renderCurves(runs: readonly LiveRun[]): Promise<string> {
  const told = runs.filter(({ history }) => (history.step?.length ?? 0) > 1);
  if (told.length === 0) return "";
  const variants = [...new Map(told.map(({ variant, index }) => [variant, index]))];
  const rows: string[] = [];
  for (const quantity of WATCHED) {
    const panels: string[] = [];
    for (const [name, index] of variants.sort(([, one], [, other]) => one - other)) {
      const own = told.filter(({ variant }) => variant === name);
      panels.push(await renderPanel(quantity, { name, index, runs: own }));
    }
    rows.push(
      `<h4>${renderMessage(quantity.title)} ${
        renderQuantityKey(quantity)
      }</h4><div class="panels">${panels.join("")}</div>`,
    );
  }
  return `<h3>${renderMessage("live.training")}</h3>${rows.join("")}`;
}

async function renderPanel(
  quantity: Quantity,
  { name, index, runs }: {
    readonly name: string;
    readonly index: number;
    readonly runs: readonly LiveRun[];
  },
): Promise<string> {
  const grey = summarizeHistory(runs, quantity.grey.column);
  const colored = summarizeHistory(runs, quantity.colored.column);
  const ends = [...grey.band, ...colored.band].flatMap(({ low, high }) => [low, high]);
  const axis = chooseDomain(ends, { range: quantity.range, mayBeLog: quantity.mayBeLog });
  const lastStep = runs.reduce((last, { history: { step } }) => Math.max(last, step.at(-1)!), 0);
  const end = ({ band }: HistorySummary): string => formatNumber(band[band.length - 1]?.mean);
  const chart = makeHistoryChart([
    { color: "var(--discriminator)", dash: [4, 2], summary: grey },
    { color: styleSeries(index).color, dash: [], summary: colored },
  ], { axis, lastStep, divergedAt: [] });
  const svg = await renderChart(chart, {
    id: `live-${quantity.id}-${index}`,
    label: {
      key: "training.label",
      slots: {
        quantity: { t: quantity.title },
        name,
        first: { t: quantity.grey.label },
        first_end: end(grey),
        second: { t: quantity.colored.label },
        second_end: end(colored),
      },
    },
    words: ["step"],
  });
  return renderFigure(svg, {
    caption: renderVariantName({ name, index }),
    name: `${quantity.id}, ${name}`,
    table: tabulateHistory([
      { name: renderMessage(quantity.grey.label), summary: grey },
      { name: renderMessage(quantity.colored.label), summary: colored },
    ]),
  });
}
