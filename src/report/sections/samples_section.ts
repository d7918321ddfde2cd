import { chooseSnapshots } from "../choose_snapshots.ts";
import { encodeGrid } from "../encode_grid.ts";
import { escapeHtml } from "../escape_html.ts";
import { type Frame, renderFilm } from "../film.ts";
import { formatNumber } from "../format_number.ts";
import { renderGrid } from "../render_grid.ts";
import type { ImageStack, ReportData, ReportRun, Samples } from "../report_data.ts";
import { drawScatter, findWindow, type PlotWindow } from "../scatter_plot.ts";
import { styleSeries } from "../series_style.ts";
import { listVariants, renderVariantName, type Variant } from "../variants.ts";

const GRID_GAP = 2;

/**
 * Renders the samples of all variants side by side, on one step slider and one choice of seed, with real data
 * last.
 *
 * @param data The report's data.
 * @returns A section; without JavaScript it shows the last snapshot of the first seed.
 */
export function renderSamplesSection(data: ReportData): string {
  const steps = chooseSnapshots(data.runs);
  const draw = makeDraw(data);
  const films = listVariants(data).map((variant) =>
    renderFilm(listFrames(variant, steps, draw), {
      title: renderVariantName(variant),
      kind: "samples",
    })
  );
  const real = draw(data.referenceSamples, { color: "var(--ink)", label: "Real data" });
  return `<section id="samples"><h2>Samples</h2>${renderControls(data, steps)}` +
    `<div class="panels panels-samples">${films.join("")}<figure class="film samples">` +
    `<figcaption><i>Real data</i> <span class="when">from the training split</span></figcaption><div>${real}</div>` +
    `</figure></div><p class="note">${describeSamples(data)}</p></section>`;
}

type Draw = (
  samples: Samples,
  options: { readonly color: string; readonly label: string },
) => string;

function makeDraw(data: ReportData): Draw {
  const centres = data.centres ?? [];
  const points = data.referenceSamples.points ?? new Float32Array(0);
  const window: PlotWindow = findWindow(points, centres);
  const radius = 3 * Number(data.experiment.dataset.standardDeviation ?? 0);
  return (samples, { color, label }) => {
    if (samples.points) {
      return drawScatter(samples.points, { window, color, label, centres, radius });
    }
    if (samples.images && samples.images.count > 0) return drawImages(samples.images, label);
    return `<p class="missing">No samples</p>`;
  };
}

function drawImages(images: ImageStack, label: string): string {
  const columns = Math.min(8, Math.ceil(Math.sqrt(images.count)));
  const count = Math.min(images.count, columns * columns);
  const { height, width, channels = 1 } = images;
  const data = images.data.subarray(0, count * height * width * channels);
  const grid = encodeGrid({ ...images, count, data }, { columns, gap: GRID_GAP });
  return renderGrid(grid, { channels, label: `${label}: ${count} images in a grid` });
}

function listFrames({ name, index, runs }: Variant, steps: readonly number[], draw: Draw): Frame[] {
  const { color } = styleSeries(index);
  return runs.flatMap((run) => {
    const shown = run.snapshots.filter(({ step }) => steps.includes(step));
    if (shown.length === 0) {
      const content = `<p class="missing">${escapeHtml(endOf(run) || "no snapshot")}</p>`;
      return [{ seed: run.seed, step: 0, caption: `seed ${run.seed}`, content }];
    }
    return shown.map((snapshot, place) => {
      const end = place === shown.length - 1 ? endOf(run) : "";
      const when = `seed ${run.seed} · step ${formatNumber(snapshot.step)}`;
      return {
        seed: run.seed,
        step: snapshot.step,
        caption: end ? `${when} · ${end}` : when,
        content: draw(snapshot, {
          color,
          label: `Samples of ${name}, seed ${run.seed}, step ${snapshot.step}`,
        }),
      };
    });
  });
}

function endOf({ evaluation }: ReportRun): string {
  return evaluation.status === "diverged" ? "then diverged" : "";
}

function renderControls({ experiment }: ReportData, steps: readonly number[]): string {
  if (steps.length === 0) return "";
  const seeds = experiment.seeds.map((seed) => `<option value="${seed}">${seed}</option>`);
  const last = steps.length - 1;
  return `<form class="controls" data-controls data-steps="${steps.join(",")}" hidden>` +
    `<button type="button">Play</button><label class="slider"><span class="unseen">Training step</span>` +
    `<input type="range" min="0" max="${last}" step="1" value="${last}" autocomplete="off"></label>` +
    `<output>step ${formatNumber(steps[last])}</output>` +
    `<label class="seed">seed <select autocomplete="off">${
      seeds.join("")
    }</select></label></form>` +
    `<noscript><p class="note">The last snapshot of seed ${
      experiment.seeds[0]
    } is shown; the other steps and seeds ` +
    `need JavaScript.</p></noscript>`;
}

function describeSamples({ referenceSamples, centres, experiment }: ReportData): string {
  if (referenceSamples.points) {
    return "Points drawn from the same latent vectors at every step" +
      (centres ? "; rings of three standard deviations mark the real modes." : ".") +
      " Points far outside the real data are not shown.";
  }
  return "Every variant draws from the same latent vectors at every step, so a place in a grid can be followed " +
    "through training. " +
    (experiment.dataset.kind === "stacked-mnist"
      ? "Red, green and blue are one digit each, on black; where digits lie on one another their colours add up."
      : "Ink is dark on a light page and light on a dark one.");
}
