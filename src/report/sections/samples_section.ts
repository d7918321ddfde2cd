import { chooseGridSide, chooseSnapshots, type ChosenSnapshots } from "../choose_snapshots.ts";
import { type DrawSamples, makeSampleDrawer } from "../draw_samples.ts";
import { type Frame, renderFilm } from "../film.ts";
import type { ReportData, ReportRun } from "../report_data.ts";
import { styleSeries } from "../series_style.ts";
import { renderMessage } from "../text/render_message.ts";
import { renderNumber } from "../text/render_number.ts";
import type { MessageKey } from "../text/messages.ts";
import { listVariants, renderVariantName, type Variant } from "../variants.ts";
import { renderFilmControls } from "./film_controls.ts";

/**
 * Renders the samples of all variants side by side, on one step slider and one choice of seed, with real data
 * last.
 *
 * @param data The report's data.
 * @returns A section; without JavaScript it shows the last snapshot of the first seed.
 */
export function renderSamplesSection(data: ReportData): string {
  const { steps, listShown } = chooseSnapshots(data.runs);
  const draw = makeSampleDrawer({
    dataset: data.experiment.dataset,
    centres: data.centres ?? [],
    real: data.referenceSamples.points,
    gridSide: chooseGridSide(data.runs.flatMap(listShown).length),
  });
  const films = listVariants(data).map((variant) =>
    renderFilm(listFrames(variant, { listShown, draw, data }), {
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
    renderFilmControls({
      seeds: data.experiment.seeds,
      steps,
      hasPoints: data.runs.some(({ snapshots }) => snapshots.some(({ points }) => points)),
      hasPlane: data.runs.some(({ planes }) => planes !== undefined),
    })
  }<div class="panels panels-samples">${
    films.join("")
  }<figure class="film samples"><figcaption><i>${
    renderMessage("real")
  }</i></figcaption><div><p class="when">${renderMessage("samples.split")}</p>${real}</div>` +
    `</figure></div><p class="note">${describeSamples(data)}</p></section>`;
}

function listFrames(
  { name, index, runs }: Variant,
  { listShown, draw, data }: Pick<ChosenSnapshots, "listShown"> & {
    draw: DrawSamples;
    data: ReportData;
  },
): Frame[] {
  const { color } = styleSeries(index);
  return data.experiment.seeds.flatMap((seed) => {
    const run = runs.find((one) => one.seed === seed);
    const shown = run === undefined ? [] : listShown(run);
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
