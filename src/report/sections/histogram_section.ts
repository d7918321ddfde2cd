import { buildShareTable, type ShareRow } from "../build_tables.ts";
import { makeHistogramChart } from "../charts/histogram_chart.ts";
import { formatNumber } from "../format_number.ts";
import { renderChart } from "../render_chart.ts";
import type { ReportData } from "../report_data.ts";
import { styleSeries } from "../series_style.ts";
import { listVariants, renderVariantName, type Variant } from "../variants.ts";
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
  const isImages = data.experiment.dataset.kind === "mnist";
  const { sampleCount } = data.reference.protocol;
  const real = new Map(
    data.reference.histogram.map(({ label, count }) => [label, count / sampleCount]),
  );
  const highest = Math.min(
    1,
    1.08 *
      rows.reduce((most, row) => Math.max(most, ...row.seeds), Math.max(0.05, ...real.values())),
  );
  const panels: string[] = [];
  for (const variant of listVariants(data)) {
    const own = rows.filter((row) => row.variant === variant.name);
    const svg = own.length === 0
      ? `<p class="missing">No final samples: every run diverged</p>`
      : await renderChart(
        makeHistogramChart(
          own.map((row) => ({ ...row, label: row.label, real: real.get(row.label) })),
          {
            color: styleSeries(variant.index).color,
            highest,
            title: isImages ? "class, as the judge sees it" : "mode",
          },
        ),
        { id: `histogram-${variant.index}`, label: describeShares(variant, own) },
      );
    panels.push(
      `<figure class="panel"><figcaption>${renderVariantName(variant)}</figcaption>${svg}</figure>`,
    );
  }
  return `<section id="histogram"><h2>${isImages ? "Classes" : "Modes"}</h2><div class="panels">${
    panels.join("")
  }</div><p class="note">${
    isImages
      ? "Share of the final samples per class."
      : "Share of the final samples that lie within three standard deviations of a mode, per nearest mode."
  } Bars are means over seeds, dots are seeds, long ticks are the real data.</p></section>`;
}

function describeShares({ name }: Variant, rows: readonly ShareRow[]): string {
  const parts = rows.map(({ label, share }) =>
    `${label}: ${formatNumber(100 * share, { digits: 2 })} %`
  );
  return `Share of the samples of ${name}, mean over seeds. ${parts.join(", ")}.`;
}
