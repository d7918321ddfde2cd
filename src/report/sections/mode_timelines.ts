import { drawModeTimeline } from "../draw_mode_timeline.ts";
import { type Frame, renderFilm } from "../film.ts";
import { pickEvenly } from "../pick_evenly.ts";
import type { Evaluation, ReportData } from "../report_data.ts";
import { styleSeries } from "../series_style.ts";
import { renderMessage } from "../text/render_message.ts";
import { listVariants, renderVariantName, type Variant } from "../variants.ts";

/** Snapshots that a picture shows; of more, evenly spaced ones. */
const MOST_SNAPSHOTS = 20;
/** Modes that a picture has rows for; of more, the sentences tell. */
const MOST_MODES = 32;

/**
 * Renders which modes are drawn when, on the page's choice of seed.
 *
 * @param data The report's data.
 * @returns A part of a section, empty where modes are too many, or no snapshot was diagnosed.
 */
export function renderModeTimelines(data: ReportData): string {
  const labels = data.reference.histogram.map(({ label }) => label);
  if (labels.length < 2 || labels.length > MOST_MODES) return "";
  const variants = listVariants(data).filter(({ runs }) =>
    runs.some(({ evaluation }) => listModes(evaluation.curve).length > 0)
  );
  if (variants.length === 0) return "";
  const films = variants.map((variant) =>
    renderFilm(listFrames(variant, data.experiment.seeds, labels), {
      title: renderVariantName(variant),
      kind: "mode-film",
    })
  );
  const title = data.experiment.dataset.kind === "mnist" ? "timeline.classes" : "timeline.modes";
  return `<h3>${renderMessage(title)}</h3><div class="panels panels-samples">${
    films.join("")
  }</div><p class="note">${renderMessage("timeline.note")}</p>`;
}

function listFrames(
  { name, index, runs }: Variant,
  seeds: readonly number[],
  labels: readonly string[],
): Frame[] {
  return seeds.map((seed) => {
    const run = runs.find((one) => one.seed === seed);
    const snapshots = pickEvenly(listModes(run?.evaluation.curve ?? []), MOST_SNAPSHOTS);
    const reason = run === undefined ? "samples.missing" : "samples.no_snapshot";
    const content = snapshots.length === 0
      ? `<p class="missing">${renderMessage(reason)}</p>`
      : drawModeTimeline(snapshots, {
        labels,
        color: styleSeries(index).color,
        name,
        seed,
      });
    return { seed, step: 0, caption: renderMessage("seed", { seed: String(seed) }), content };
  });
}

function listModes(curve: Evaluation["curve"]) {
  return curve.flatMap(({ step, diagnosis }) =>
    diagnosis?.signs.modes === undefined ? [] : [{ step, modes: diagnosis.signs.modes }]
  );
}
