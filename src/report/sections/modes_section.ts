import { encodeGrid } from "../encode_grid.ts";
import { type Frame, renderFilm } from "../film.ts";
import { drawModeMap } from "../mode_map.ts";
import { renderGrid } from "../render_grid.ts";
import type { Evaluation, ReportData } from "../report_data.ts";
import { type PlainSlot, renderAttribute, renderMessage } from "../text/render_message.ts";
import { renderNumber } from "../text/render_number.ts";
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
    renderFilm(listFrames(variant, data.experiment.seeds), {
      title: renderVariantName(variant),
      kind: "modes",
    })
  );
  const real = drawModes(data.reference, { t: "real" });
  return `<section id="histogram"><h2>${
    renderMessage("histogram.modes")
  }</h2><div class="panels panels-samples">${
    films.join("")
  }<figure class="film modes"><figcaption><i>${
    renderMessage("real")
  }</i></figcaption><div><p class="when">${
    countModes(data.reference)
  }</p>${real}</div></figure></div><p class="note">${renderMessage("modes.note")}</p></section>`;
}

function listFrames({ name, runs }: Variant, seeds: readonly number[]): Frame[] {
  return seeds.map((seed) => {
    const evaluation = runs.find((run) => run.seed === seed)?.evaluation;
    const caption = renderMessage("seed", { seed: String(seed) });
    if (evaluation === undefined || evaluation.histogram.length === 0) {
      const reason = evaluation === undefined ? "samples.missing" : "neighbours.diverged";
      const content = `<p class="missing">${renderMessage(reason)}</p>`;
      return { seed, step: 0, caption, content };
    }
    return {
      seed,
      step: 0,
      caption: `${caption} · ${countModes(evaluation)}`,
      content: drawModes(evaluation, name),
    };
  });
}

function drawModes({ histogram }: Evaluation, name: PlainSlot): string {
  const total = histogram.reduce((sum, { count }) => sum + count, 0);
  const grid = encodeGrid(drawModeMap(histogram.map(({ count }) => count / total)), GRID);
  return renderGrid(grid, { alt: renderAttribute("alt", "modes.alt", { name }) });
}

function countModes({ histogram }: Evaluation): string {
  const captured = histogram.filter(({ count }) => count > 0).length;
  return renderMessage("modes.count", {
    captured: renderNumber(captured),
    all: renderNumber(histogram.length),
  });
}
