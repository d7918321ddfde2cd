import { drawModeTimeline } from "../draw_mode_timeline.ts";
import { type Frame, renderFilm } from "../film.ts";
import { pickEvenly } from "../pick_evenly.ts";
import type { Evaluation, ReportData } from "../report_data.ts";
import { styleSeries } from "../series_style.ts";
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
    renderFilm(listFrames(variant, labels), {
      title: renderVariantName(variant),
      kind: "mode-film",
    })
  );
  const noun = data.experiment.dataset.kind === "mnist" ? "classes" : "modes";
  return `<h3>Which ${noun} are drawn when</h3><div class="panels panels-samples">${
    films.join("")
  }</div><p class="note">A row for each of the ${noun}, a column for each snapshot. The larger the dot, the more samples; ` +
    `a dot of half the area is a fair share, and a short line means less than a tenth of it.</p>`;
}

function listFrames({ name, index, runs }: Variant, labels: readonly string[]): Frame[] {
  return runs.map(({ seed, evaluation }) => {
    const snapshots = pickEvenly(listModes(evaluation.curve), MOST_SNAPSHOTS);
    const content = snapshots.length === 0
      ? `<p class="missing">no snapshot</p>`
      : drawModeTimeline(snapshots, {
        labels,
        color: styleSeries(index).color,
        title: `${name}, seed ${seed}`,
      });
    return { seed, step: 0, caption: `seed ${seed}`, content };
  });
}

function listModes(curve: Evaluation["curve"]) {
  return curve.flatMap(({ step, diagnosis }) =>
    diagnosis?.signs.modes === undefined ? [] : [{ step, modes: diagnosis.signs.modes }]
  );
}
