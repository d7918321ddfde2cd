import { encodeGrid } from "../encode_grid.ts";
import { type Frame, renderFilm } from "../film.ts";
import { formatNumber } from "../format_number.ts";
import { renderGrid } from "../render_grid.ts";
import type { ImageStack, Neighbours, ReportData } from "../report_data.ts";
import { listVariants, renderVariantName, type Variant } from "../variants.ts";

const MOST_PAIRS = 12;

/**
 * Renders samples above their nearest training images, the closest pairs first, on the page's choice of seed.
 *
 * @param data The report's data.
 * @returns A section, empty for data that has no images.
 */
export function renderNeighboursSection(data: ReportData): string {
  if (!data.runs.some(({ neighbours }) => (neighbours?.samples.count ?? 0) > 0)) return "";
  const films = listVariants(data).map((variant) =>
    renderFilm(listFrames(variant), { title: renderVariantName(variant), kind: "neighbours" })
  );
  const nearest = data.experiment.dataset.kind === "stacked-mnist"
    ? "the stack of training digits nearest to each"
    : "the training image nearest to each";
  return `<section id="neighbours"><h2>Nearest training images</h2><div class="panels">${
    films.join("")
  }</div><p class="note">Above the samples of the last step, below ${nearest} in pixels; of those ` +
    `searched, the ${MOST_PAIRS} closest pairs, closest first. Pairs that look alike to the stroke suggest copying; samples that ` +
    `are merely blurred lie near something too.</p></section>`;
}

function listFrames({ name, runs }: Variant): Frame[] {
  return runs.map(({ seed, neighbours, evaluation }) => {
    if (!neighbours || neighbours.samples.count === 0) {
      const reason = evaluation.status === "diverged"
        ? "diverged: no final samples"
        : "not searched";
      const content = `<p class="missing">${reason}</p>`;
      return { seed, step: 0, caption: `seed ${seed}`, content };
    }
    const { image, nearest } = drawPairs(neighbours, `${name}, seed ${seed}`);
    const caption = `seed ${seed} · closest at ${formatNumber(nearest)}`;
    return { seed, step: 0, caption, content: image };
  });
}

function drawPairs(
  { samples, neighbours, distances }: Neighbours,
  label: string,
): { image: string; nearest: number } {
  const order = [...distances.keys()]
    .sort((one, other) => distances[one] - distances[other] || one - other)
    .slice(0, MOST_PAIRS);
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
  return {
    image: renderGrid(grid, {
      channels,
      label: `${label}: ${order.length} samples above their nearest training images`,
    }),
    nearest: distances[order[0]],
  };
}

function pick({ data, height, width, channels = 1 }: ImageStack, at: number): Uint8Array {
  const size = height * width * channels;
  return data.subarray(at * size, (at + 1) * size);
}
