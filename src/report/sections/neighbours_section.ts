import { isLarge } from "../choose_snapshots.ts";
import { encodeGrid } from "../encode_grid.ts";
import { type Frame, renderFilm } from "../film.ts";
import { renderGrid } from "../render_grid.ts";
import type { ImageStack, Neighbours, ReportData } from "../report_data.ts";
import { renderAttribute, renderMessage } from "../text/render_message.ts";
import { renderNumber } from "../text/render_number.ts";
import { listVariants, renderVariantName, type Variant } from "../variants.ts";

/** Pairs shown, and where there are many runs. */
const MOST_PAIRS = 12;
const FEWER_PAIRS = 8;

/**
 * Renders samples above their nearest training images, the closest pairs first, on the page's choice of seed.
 *
 * @param data The report's data.
 * @returns A section, empty for data that has no images.
 */
export function renderNeighboursSection(data: ReportData): string {
  if (!data.runs.some(({ neighbours }) => (neighbours?.samples.count ?? 0) > 0)) return "";
  const films = listVariants(data).map((variant) =>
    renderFilm(listFrames(variant, data), { title: renderVariantName(variant), kind: "neighbours" })
  );
  const note = data.experiment.dataset.kind === "stacked-mnist"
    ? "neighbours.note_stacks"
    : "neighbours.note";
  return `<section id="neighbours"><h2>${
    renderMessage("neighbours.title")
  }</h2><div class="panels">${films.join("")}</div><p class="note">${
    renderMessage(note, { count: renderNumber(isLarge(data.runs) ? FEWER_PAIRS : MOST_PAIRS) })
  }</p></section>`;
}

function listFrames({ name, runs }: Variant, { experiment, runs: all }: ReportData): Frame[] {
  return experiment.seeds.map((seed) => {
    const run = runs.find((one) => one.seed === seed);
    const neighbours = run?.neighbours;
    if (!neighbours || neighbours.samples.count === 0) {
      const reason = run === undefined
        ? renderMessage("samples.missing")
        : run.evaluation.status === "diverged"
        ? renderMessage("neighbours.diverged")
        : renderMessage("neighbours.unsearched");
      const content = `<p class="missing">${reason}</p>`;
      return { seed, step: 0, caption: renderMessage("seed", { seed: String(seed) }), content };
    }
    const { image, nearest } = drawPairs(neighbours, {
      name,
      seed,
      most: isLarge(all) ? FEWER_PAIRS : MOST_PAIRS,
    });
    const caption = renderMessage("neighbours.closest", {
      seed: String(seed),
      distance: renderNumber(nearest),
    });
    return { seed, step: 0, caption, content: image };
  });
}

function drawPairs(
  { samples, neighbours, distances }: Neighbours,
  { name, seed, most }: { readonly name: string; readonly seed: number; readonly most: number },
): { image: string; nearest: number } {
  const order = [...distances.keys()]
    .sort((one, other) => distances[one] - distances[other] || one - other)
    .slice(0, most);
  const rows = [
    ...order.map((at) => pick(samples, at)),
    ...order.map((at) => pick(neighbours, at)),
  ];
  const { height, width, channels = 1 } = samples;
  const data = new Uint8Array(rows.length * height * width * channels);
  rows.forEach((row, at) => data.set(row, at * height * width * channels));
  const grid = encodeGrid({ data, count: rows.length, height, width, channels }, {
    columns: order.length,
    gap: 2,
  });
  const alt = renderAttribute("alt", "neighbours.alt", {
    name,
    seed: String(seed),
    count: order.length,
  });
  return {
    image: renderGrid(grid, { channels, alt }),
    nearest: distances[order[0]],
  };
}

function pick({ data, height, width, channels = 1 }: ImageStack, at: number): Uint8Array {
  const size = height * width * channels;
  return data.subarray(at * size, (at + 1) * size);
}
