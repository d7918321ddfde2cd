import { type DrawSamples, makeSampleDrawer } from "../draw_samples.ts";
import { type Frame, renderFilm } from "../film.ts";
import { renderFilmControls } from "../sections/film_controls.ts";
import { styleSeries } from "../series_style.ts";
import { renderMessage } from "../text/render_message.ts";
import { renderNumber } from "../text/render_number.ts";
import { renderVariantName } from "../variants.ts";
import { escapeHtml } from "../escape_html.ts";
import type { ComparedExperiment, ComparedPictures } from "./comparison_data.ts";
import { renderSide } from "./render_side.ts";

const GRID_SIDE = 6;

/** Renders the samples of both sides on one slider of steps; nothing where the stores have none. */
export function renderPairs({ variants, pictures }: ComparedExperiment, place: number): string {
  if (pictures === undefined) return "";
  const realId = `real-${place}`;
  const draw = makeSampleDrawer({ ...pictures, gridSide: GRID_SIDE, realId });
  const all = pictures.runs.flatMap(({ snapshots }) => snapshots.flatMap((one) => one ?? []));
  const steps = [...new Set(all.map(({ step }) => step))].sort((one, other) => one - other);
  const pairs = variants.map((name, index) => {
    const films = ([0, 1] as const).map((at) =>
      renderFilm(listFrames({ name, index, at }, { pictures, draw }), {
        title: `<span class="variant">${renderSide(at)}<span class="unseen"> ${
          escapeHtml(name)
        }</span></span>`,
        kind: "samples",
      })
    );
    return `<div class="pair"><p>${renderVariantName({ name, index })}</p><div>${
      films.join("")
    }</div></div>`;
  });
  const { seeds, real, dataset } = pictures;
  // Plots refer to the real points, which stand once in the page.
  const behind = real === undefined
    ? ""
    : `<div class="unseen" aria-hidden="true">${
      draw({ points: real }, { color: "var(--ink)", key: "real", slots: {}, isReal: true })
    }</div>`;
  const note = dataset.kind === "mnist" ? ` ${renderMessage("samples.note_ink")}` : "";
  return `<h3>${renderMessage("samples.title")}</h3>${
    renderFilmControls({ seeds, steps, hasPoints: real !== undefined, hasPlane: false })
  }${behind}<div class="pairs">${pairs.join("")}</div><p class="note">${
    renderMessage("compare.samples_note", { seeds: seeds.join(", ") })
  }${note}</p>`;
}

function listFrames(
  { name, index, at }: { readonly name: string; readonly index: number; readonly at: 0 | 1 },
  { pictures, draw }: { readonly pictures: ComparedPictures; readonly draw: DrawSamples },
): Frame[] {
  const { color } = styleSeries(index);
  return pictures.runs.filter(({ variant }) => variant === name).flatMap(
    ({ seed, snapshots }): Frame[] => {
      const own = snapshots[at];
      if (own === null || own.length === 0) {
        const content = `<p class="missing">${renderMessage("compare.no_samples")}</p>`;
        return [{ seed, step: 0, caption: renderMessage("seed", { seed: String(seed) }), content }];
      }
      return own.map((snapshot) => ({
        seed,
        step: snapshot.step,
        caption: renderMessage("samples.when", {
          seed: String(seed),
          step: renderNumber(snapshot.step),
        }),
        content: draw(snapshot, {
          color,
          key: "samples.alt",
          slots: { name, seed: String(seed), step: snapshot.step },
        }),
      }));
    },
  );
}
