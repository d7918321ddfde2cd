import { encodeGrid } from "../encode_grid.ts";
import { isLarge } from "../choose_snapshots.ts";
import { type Frame, renderFilm } from "../film.ts";
import { renderGrid } from "../render_grid.ts";
import type { ReportData, ReportRun } from "../report_data.ts";
import { renderAttribute, renderMessage } from "../text/render_message.ts";
import { listVariants, renderVariantName, type Variant } from "../variants.ts";

/** Lines shown where there are many runs. */
const FEWER_LINES = 3;

/**
 * Renders images along lines between latents, a film a variant, on the page's choice of seed.
 *
 * @param data The report's data.
 * @returns A section, empty where no run has such images.
 */
export function renderWalksSection(data: ReportData): string {
  if (!data.runs.some(({ walks }) => walks !== undefined)) return "";
  const films = listVariants(data).map((variant) =>
    renderFilm(listFrames(variant, data), { title: renderVariantName(variant), kind: "walks" })
  );
  return `<section id="walks"><h2>${renderMessage("walks.title")}</h2><div class="panels">${
    films.join("")
  }</div><p class="note">${renderMessage("walks.note")}</p></section>`;
}

function listFrames({ name, runs }: Variant, { experiment, runs: all }: ReportData): Frame[] {
  return experiment.seeds.map((seed) => {
    const run = runs.find((one) => one.seed === seed);
    return {
      seed,
      step: 0,
      caption: renderMessage("seed", { seed: String(seed) }),
      content: run?.walks
        ? drawWalks(run, { name, most: isLarge(all) ? FEWER_LINES : Infinity })
        : `<p class="missing">${
          renderMessage(run === undefined ? "samples.missing" : "neighbours.diverged")
        }</p>`,
    };
  });
}

function drawWalks(
  { walks, seed }: ReportRun,
  { name, most }: { readonly name: string; readonly most: number },
): string {
  const { images, lineCount } = walks!;
  const lines = Math.min(most, lineCount);
  const columns = images.count / lineCount;
  const count = lines * columns;
  const data = images.data.subarray(0, count * images.data.length / images.count);
  const grid = encodeGrid({ ...images, count, data }, { columns, gap: 2 });
  const alt = renderAttribute("alt", "walks.alt", { name, seed: String(seed), count: lines });
  return renderGrid(grid, { channels: images.channels, alt });
}
