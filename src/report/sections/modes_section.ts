import { encodeGrid } from "../encode_grid.ts";
import { type Frame, renderFilm } from "../film.ts";
import { formatNumber } from "../format_number.ts";
import { drawModeMap } from "../mode_map.ts";
import { renderGrid } from "../render_grid.ts";
import type { Evaluation, ReportData } from "../report_data.ts";
import { listVariants, renderVariantName, type Variant } from "../variants.ts";

/** Pictures of a map are drawn small, and the page makes their pixels larger. */
const GRID = { columns: 5, gap: 1 };

/**
 * Renders which of the 1,000 modes of stacked digits the final samples of every variant capture, on the page's choice of
 * seed, with real data last.
 *
 * @param data The report's data.
 * @returns A section.
 */
export function renderModesSection(data: ReportData): string {
  const films = listVariants(data).map((variant) =>
    renderFilm(listFrames(variant), { title: renderVariantName(variant), kind: "modes" })
  );
  const real = drawModes(data.reference, "Real data");
  return `<section id="histogram"><h2>Modes</h2><div class="panels panels-samples">${
    films.join("")
  }<figure class="film modes"><figcaption><i>Real data</i> <span class="when">${
    countModes(data.reference)
  }</span></figcaption><div>${real}</div></figure></div><p class="note">Share of the final samples of each of the 1,000 ` +
    `modes, as the judge sees the three digits: a square for each red digit, 0 to 4 above 5 to 9; in it green goes down and blue ` +
    `goes right. A mode that was never drawn is blank; the fair share of 1 in 1,000 is half strength, twice as much and more ` +
    `is full.</p></section>`;
}

function listFrames({ name, runs }: Variant): Frame[] {
  return runs.map(({ seed, evaluation }) => {
    const isThere = evaluation.histogram.length > 0;
    return {
      seed,
      step: 0,
      caption: `seed ${seed}${isThere ? ` · ${countModes(evaluation)}` : ""}`,
      content: isThere
        ? drawModes(evaluation, `${name}, seed ${seed}`)
        : `<p class="missing">diverged: no final samples</p>`,
    };
  });
}

function drawModes({ histogram }: Evaluation, label: string): string {
  const total = histogram.reduce((sum, { count }) => sum + count, 0);
  const grid = encodeGrid(drawModeMap(histogram.map(({ count }) => count / total)), GRID);
  return renderGrid(grid, { label: `${label}: a map of the samples over 1,000 modes` });
}

function countModes({ histogram }: Evaluation): string {
  const captured = histogram.filter(({ count }) => count > 0).length;
  return `${formatNumber(captured)} of ${formatNumber(histogram.length)} modes`;
}
