import { buildShareTable, type ShareRow } from "../build_tables.ts";
import { makeHistogramChart } from "../charts/histogram_chart.ts";
import { escapeHtml } from "../escape_html.ts";
import { formatNumber } from "../format_number.ts";
import { renderChart } from "../render_chart.ts";
import { type FigureTable, renderFigure } from "../render_figure.ts";
import type { ReportData } from "../report_data.ts";
import { styleSeries } from "../series_style.ts";
import { MESSAGES } from "../text/messages.ts";
import { type PlainSlot, renderMessage } from "../text/render_message.ts";
import { listVariants, renderVariantName } from "../variants.ts";
import { renderModesSection } from "./modes_section.ts";

/**
 * Renders how the final samples of every variant spread over the classes or modes.
 *
 * @param data The report's data.
 * @returns A section; one chart a variant on a common axis.
 */
export async function renderHistogramSection(data: ReportData): Promise<string> {
  if (data.experiment.dataset.kind === "stacked-mnist") return renderModesSection(data);
  const rows = buildShareTable(data.runs);
  const isPoints = data.referenceSamples.points !== undefined;
  const { sampleCount } = data.reference.protocol;
  const real = new Map(
    data.reference.histogram.map(({ label, count }) => [label, count / sampleCount]),
  );
  const highest = Math.min(
    1,
    1.08 *
      rows.reduce((most, row) => Math.max(most, ...row.seeds), Math.max(0.05, ...real.values())),
  );
  const axis = isPoints ? "histogram.axis_modes" : "histogram.axis_classes";
  const panels: string[] = [];
  for (const variant of listVariants(data)) {
    const own = rows.filter((row) => row.variant === variant.name);
    const color = styleSeries(variant.index).color;
    const bars = own.map((row) => ({ ...row, real: real.get(row.label) }));
    const svg = own.length === 0
      ? `<p class="missing">${renderMessage("histogram.missing")}</p>`
      : await renderChart(makeHistogramChart(bars, { color, highest, title: MESSAGES[axis].en }), {
        id: `histogram-${variant.index}`,
        label: {
          key: "histogram.label",
          slots: {
            name: variant.name,
            parts: own.map((row, at) => [at === 0 ? "" : ", ", ...describeShare(row)]),
          },
        },
        words: [axis],
      });
    panels.push(renderFigure(svg, {
      caption: renderVariantName(variant),
      name: variant.name,
      table: tabulateShares(own, real, renderMessage(axis)),
    }));
  }
  return `<section id="histogram"><h2>${
    renderMessage(isPoints ? "histogram.modes" : "histogram.classes")
  }</h2><div class="panels">${panels.join("")}</div><p class="note">${
    renderMessage(isPoints ? "histogram.note_modes" : "histogram.note_classes")
  } ${renderMessage("histogram.note")}</p></section>`;
}

function formatShare(share: number | undefined): string {
  return share === undefined ? "–" : `${formatNumber(100 * share, { digits: 2 })} %`;
}

function describeShare({ label, share }: ShareRow): PlainSlot[] {
  return [`${label}: `, { n: formatShare(share) }];
}

function tabulateShares(
  rows: readonly ShareRow[],
  real: ReadonlyMap<string, number>,
  axis: string,
): FigureTable {
  return {
    head: [
      axis,
      renderMessage("histogram.share"),
      renderMessage("histogram.range"),
      renderMessage("real"),
    ],
    rows: rows.map(({ label, share, seeds }) => [
      `<span>${escapeHtml(label)}</span>`,
      formatShare(share),
      seeds.map(formatShare).join(" · "),
      formatShare(real.get(label)),
    ]),
  };
}
