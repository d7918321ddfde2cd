import { listCoveredModes, type ModeSigns } from "../diagnosis/mod.ts";
import { escapeHtml } from "./escape_html.ts";
import { formatNumber } from "./format_number.ts";
import { type PlainSlot, renderAttribute } from "./text/render_message.ts";

/** The modes of a snapshot's samples. */
export interface ModeSnapshot {
  /** Training step. */
  readonly step: number;
  /** Samples of each mode. */
  readonly modes: ModeSigns;
}

/** What {@linkcode drawModeTimeline} draws with. */
export interface DrawModeTimelineOptions {
  /** Name of each mode, top to bottom. */
  readonly labels: readonly string[];
  /** A CSS colour. */
  readonly color: string;
  /** The variant whose samples they are. */
  readonly name: string;
  /** Seed of its run. */
  readonly seed: number;
}

const CELL = 16, LEFT = 24, BOTTOM = 18;
/** Pixels of the page for one of the drawing, where there is room. */
const SCALE = 1.7;
/** A mode with twice its fair share, or more, fills its cell. */
const FULL_SHARE = 2;

/**
 * Draws which modes samples fall into at each snapshot: a row a mode, a column a snapshot, a dot whose area is the mode's
 * share of the samples over its fair share. A mode that is not covered has a short line in place of a dot.
 *
 * @param snapshots In order of step, at least one.
 * @param options Names, colour, title.
 * @returns An `<svg>` that says in words which modes are covered when.
 */
export function drawModeTimeline(
  snapshots: readonly ModeSnapshot[],
  { labels, color, name, seed }: DrawModeTimelineOptions,
): string {
  const width = LEFT + CELL * snapshots.length, bottom = CELL * labels.length;
  const names = labels.map((label, mode) =>
    `<text x="${LEFT - 6}" y="${centre(mode) + 3}" text-anchor="end">${escapeHtml(label)}</text>`
  );
  const columns = snapshots.map(({ modes }, column) =>
    drawColumn(modes, LEFT + centre(column), color)
  );
  const ends = snapshots.length === 1 ? [0] : [0, snapshots.length - 1];
  const steps = ends.map((column, place) =>
    `<text x="${place === 0 ? LEFT + 2 : width - 2}" y="${
      bottom + 13
    }" data-number="" text-anchor="${place === 0 ? "start" : "end"}">${
      formatNumber(snapshots[column].step)
    }</text>`
  );
  return `<svg class="mode-timeline" viewBox="0 0 ${width} ${bottom + BOTTOM}" width="${
    Math.round(SCALE * width)
  }" role="img"${
    renderAttribute("aria-label", "timeline.label", {
      name,
      seed: String(seed),
      parts: describe(snapshots, labels),
    })
  }>${names.join("")}${columns.join("")}${steps.join("")}</svg>`;
}

function drawColumn(modes: ModeSigns, x: number, color: string): string {
  const covered = new Set(listCoveredModes(modes));
  const dots: string[] = [], gaps: string[] = [];
  modes.counts.forEach((count, mode) => {
    if (!covered.has(mode)) return gaps.push(`M${x - 2} ${centre(mode)}h4`);
    const fair = (modes.weights?.[mode] ?? 1 / modes.counts.length) * modes.sampleCount;
    const radius = Math.sqrt(Math.min(FULL_SHARE, count / fair) / FULL_SHARE) * (CELL / 2 - 0.5);
    dots.push(`<circle cx="${x}" cy="${centre(mode)}" r="${radius.toFixed(1)}"/>`);
  });
  return `<g fill="${color}">${dots.join("")}</g><path class="gap" d="${gaps.join("")}"/>`;
}

function centre(place: number): number {
  return CELL * place + CELL / 2;
}

/** Which modes are covered at each step. */
function describe(snapshots: readonly ModeSnapshot[], labels: readonly string[]): PlainSlot {
  return snapshots.map(({ step, modes }, at) => {
    const covered = listCoveredModes(modes);
    const names = covered.length === 0
      ? { t: "none" as const }
      : covered.length === labels.length
      ? { t: "timeline.all" as const }
      : covered.map((mode) => labels[mode]).join(", ");
    return [at === 0 ? "" : "; ", { t: "step" as const }, " ", step, ": ", names];
  });
}
