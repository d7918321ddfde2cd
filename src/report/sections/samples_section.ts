import { chooseGridSide, chooseSnapshots } from "../choose_snapshots.ts";
import { encodeGrid } from "../encode_grid.ts";
import { type Frame, renderFilm } from "../film.ts";
import { renderGrid } from "../render_grid.ts";
import type { ImageStack, PlaneSnapshot, ReportData, ReportRun, Samples } from "../report_data.ts";
import { drawScatter, findWindow, type PlotWindow } from "../scatter_plot.ts";
import { styleSeries } from "../series_style.ts";
import { type PlainSlot, renderAttribute, renderMessage } from "../text/render_message.ts";
import { renderNumber } from "../text/render_number.ts";
import type { MessageKey } from "../text/messages.ts";
import { listVariants, renderVariantName, type Variant } from "../variants.ts";
import { renderFilmControls } from "./film_controls.ts";

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
  const draw = makeDraw(data, chooseGridSide(steps.length * data.runs.length));
  const films = listVariants(data).map((variant) =>
    renderFilm(listFrames(variant, { steps, draw, data }), {
      title: renderVariantName(variant),
      kind: "samples",
    })
  );
  const real = draw(data.referenceSamples, {
    color: "var(--ink)",
    key: "real",
    slots: {},
    isReal: true,
  });
  return `<section id="samples"><h2>${renderMessage("samples.title")}</h2>${
    renderFilmControls(data, steps)
  }<div class="panels panels-samples">${
    films.join("")
  }<figure class="film samples"><figcaption><i>${
    renderMessage("real")
  }</i></figcaption><div><p class="when">${renderMessage("samples.split")}</p>${real}</div>` +
    `</figure></div><p class="note">${describeSamples(data)}</p></section>`;
}

interface Drawing {
  readonly color: string;
  readonly key: MessageKey;
  readonly slots: Readonly<Record<string, PlainSlot>>;
  readonly isReal?: boolean;
  readonly plane?: PlaneSnapshot;
}

type Draw = (samples: Samples, options: Drawing) => string;

function makeDraw(data: ReportData, gridSide: number): Draw {
  const centres = data.centres ?? [];
  const points = data.referenceSamples.points ?? new Float32Array(0);
  const window: PlotWindow = findWindow(points, centres);
  const radius = 3 * Number(data.experiment.dataset.standardDeviation ?? 0);
  return (samples, { color, key, slots, isReal = false, plane }) => {
    if (samples.points) {
      const label = renderAttribute("aria-label", key, slots);
      return drawScatter(samples.points, {
        window,
        color,
        label,
        centres,
        radius,
        isReal,
        plane,
      });
    }
    if (samples.images && samples.images.count > 0) {
      return drawImages(samples.images, gridSide, renderAttribute("alt", key, slots));
    }
    return `<p class="missing">${renderMessage("samples.none")}</p>`;
  };
}

function drawImages(images: ImageStack, gridSide: number, alt: string): string {
  const columns = Math.min(gridSide, Math.ceil(Math.sqrt(images.count)));
  const count = Math.min(images.count, columns * columns);
  const { height, width, channels = 1 } = images;
  const data = images.data.subarray(0, count * height * width * channels);
  const grid = encodeGrid({ ...images, count, data }, { columns, gap: GRID_GAP });
  return renderGrid(grid, { channels, alt });
}

function listFrames(
  { name, index, runs }: Variant,
  { steps, draw, data }: { steps: readonly number[]; draw: Draw; data: ReportData },
): Frame[] {
  const { color } = styleSeries(index);
  return data.experiment.seeds.flatMap((seed) => {
    const run = runs.find((one) => one.seed === seed);
    const shown = run?.snapshots.filter(({ step }) => steps.includes(step)) ?? [];
    if (run === undefined || shown.length === 0) {
      const content = `<p class="missing">${
        renderMessage(run === undefined ? "samples.missing" : "samples.no_snapshot")
      }${run && isDiverged(run) ? ` · ${renderMessage("training.diverged")}` : ""}</p>`;
      return [{ seed, step: 0, caption: renderMessage("seed", { seed: String(seed) }), content }];
    }
    return shown.map((snapshot, place) => {
      const when = renderMessage("samples.when", {
        seed: String(seed),
        step: renderNumber(snapshot.step),
      });
      const isEnd = place === shown.length - 1 && isDiverged(run);
      return {
        seed,
        step: snapshot.step,
        caption: isEnd ? `${when} · ${renderMessage("samples.then_diverged")}` : when,
        content: draw(snapshot, {
          color,
          key: "samples.alt",
          slots: { name, seed: String(seed), step: snapshot.step },
          plane: run.planes?.find(({ step }) => step === snapshot.step),
        }),
      };
    });
  });
}

function isDiverged({ evaluation }: ReportRun): boolean {
  return evaluation.status === "diverged";
}

function describeSamples({ referenceSamples, centres, runs, experiment }: ReportData): string {
  const keys: MessageKey[] = referenceSamples.points
    ? [
      "samples.note_points",
      ...(centres ? ["samples.note_modes" as const] : []),
      ...(runs.some(({ planes }) => planes)
        ? ["samples.note_field" as const, "samples.note_manifold" as const]
        : []),
    ]
    : [
      "samples.note_images",
      experiment.dataset.kind === "stacked-mnist" ? "samples.note_stacks" : "samples.note_ink",
    ];
  return keys.map((key) => renderMessage(key)).join(" ");
}
