import { join } from "node:path";
import {
  JOURNAL_FOLDER,
  JournalFollower,
  type JournalState,
  namePreview,
} from "../../../pipeline/journal/mod.ts";
import { drawPreview } from "../../live/draw_preview.ts";
import { LiveChannel } from "../../live/live_channel.ts";
import type { LiveView } from "../../live/live_view.ts";
import { renderLiveShell } from "../../live/render_live_page.ts";
import { renderLog } from "../../live/parts/render_log.ts";
import { renderPreview } from "../../live/parts/render_preview.ts";
import { renderPreviewsTitle } from "../../live/parts/render_previews_title.ts";
import { renderStages } from "../../live/parts/render_stages.ts";
import { renderSummary } from "../../live/parts/render_summary.ts";
import { REPORT_FILE } from "../published.ts";
import type { LiveRenderer } from "./live_renderer.ts";
import {
  listWatched,
  readAbout,
  toLiveFacts,
  toLiveRun,
  type WatchedRun,
} from "./to_live_facts.ts";

/** Charts are drawn at most so often, and take at most a tenth of a processor. */
const CURVES_MS = 2_000;
const CURVES_SHARE = 10;

/** An experiment that is followed through its journal, its store and its published report. */
export class FollowedView implements LiveView {
  readonly name: string;
  readonly channel: LiveChannel = new LiveChannel();
  readonly #results: string;
  readonly #renderer: LiveRenderer;
  readonly #follower: JournalFollower;
  readonly #viewers = new Set<() => number>();
  #document: string;
  /** What the document shows, and what one that is being drawn will. */
  #shown = "";
  #drawn = "";
  #fetchCount = 0;
  #areCurvesDue = false;
  #curvesAt = 0;
  #pictures = new Map<string, number>();

  /**
   * @param results The results folder.
   * @param name Name of the view in it.
   * @param renderer Draws what takes long.
   */
  constructor(results: string, name: string, renderer: LiveRenderer) {
    this.#results = results;
    this.name = name;
    this.#renderer = renderer;
    this.#follower = new JournalFollower(join(results, name, JOURNAL_FOLDER));
    this.#document = renderLiveShell(name, "");
  }

  get document(): string {
    return this.#document;
  }

  /** Whether anybody watches. */
  get isWatched(): boolean {
    return this.#viewers.size > 0;
  }

  /** Whether every viewer has what is known. */
  get isSettled(): boolean {
    const isSent = [...this.#viewers].every((sent) => sent() >= this.channel.revision);
    return this.#drawn === this.#shown && isSent && this.#fetchCount >= this.#viewers.size;
  }

  addViewer(sent: () => number): () => void {
    this.#viewers.add(sent);
    this.#areCurvesDue = true;
    return () => this.#viewers.delete(sent);
  }

  noteFetch(): void {
    this.#fetchCount++;
  }

  update(): void {
    if (this.#follower.poll()) this.#areCurvesDue = true;
    const { state } = this.#follower;
    if (state === null) return this.#showReport("waiting");
    const runs = listWatched(readAbout(state));
    const facts = toLiveFacts(state, { runs, now: Date.now() });
    const isOver = facts.phase === "complete";
    this.channel.set("phase", facts.phase);
    this.channel.set("summary", renderSummary(facts));
    this.channel.set("stages", renderStages(facts));
    this.channel.set("log", isOver ? "" : renderLog(facts.log));
    const open = isOver ? [] : runs.filter(({ evaluation }) => !state.keys.has(evaluation));
    this.#showPictures(state, open);
    this.#showCurves(state, open);
    if (state.end?.isPublished) this.#showReport(facts.phase);
    else this.#showPart(state, runs.filter(({ evaluation }) => state.keys.has(evaluation)));
  }

  /** Shows the report as it was published. */
  #showReport(phase: string): void {
    const path = join(this.#results, this.name, REPORT_FILE);
    try {
      const { mtime, size } = Deno.statSync(path);
      this.channel.set("phase", phase === "waiting" ? "complete" : phase);
      if (phase === "waiting") {
        this.channel.set(
          "summary",
          renderSummary({ phase: "complete", runs: { done: 0, all: 0 } }),
        );
      }
      this.#drawn = `${mtime?.getTime()} ${size}`;
      if (this.#drawn !== this.#shown) this.#show(Deno.readTextFileSync(path));
    } catch {
      if (phase !== "waiting") return;
      this.channel.set("phase", phase);
      this.channel.set("summary", renderSummary({ phase, runs: { done: 0, all: 0 } }));
    }
  }

  /** Shows a report over the runs that have ended; what the experiment asks while there is none. */
  #showPart(state: JournalState, ended: readonly WatchedRun[]): void {
    const about = readAbout(state);
    const names = ended.map(({ name }) => name);
    const wanted = [
      "part",
      state.startedAt,
      ...ended.map(({ evaluation }) => state.keys.get(evaluation)!),
    ].join(" ");
    if (wanted === this.#drawn) return;
    this.#drawn = wanted;
    if (names.length === 0) {
      return this.#show(renderLiveShell(this.name, about.experiment.question));
    }
    const { ended: statuses, running } = state.progress;
    this.#renderer.render({
      type: "report",
      results: this.#results,
      about,
      runs: names,
      keys: Object.fromEntries(state.keys),
      statuses: {
        ...Object.fromEntries(statuses),
        ...Object.fromEntries([...running.keys()].map((id) => [id, "running"])),
      },
    }).then(({ text: html }) => {
      // Another one may have been wanted since.
      if (html !== null && wanted === this.#drawn) this.#show(html);
    });
  }

  #show(html: string): void {
    this.#document = html;
    this.#shown = this.#drawn;
    this.#fetchCount = 0;
    this.channel.set("report", this.#shown);
  }

  #showPictures(state: JournalState, open: readonly WatchedRun[]): void {
    const isColour = readAbout(state).experiment.dataset.kind === "stacked-mnist";
    const seen = new Set<string>();
    for (const run of open) {
      const step = state.previews.get(run.training);
      if (step === undefined) continue;
      const name = namePart(run);
      seen.add(name);
      if (this.#pictures.get(name) === step) continue;
      const source = this.#readPicture(run);
      if (source === null) continue;
      this.#pictures.set(name, step);
      this.channel.set(name, renderPreview({ ...run, step, source, isColour }));
    }
    for (const name of this.#pictures.keys()) {
      if (seen.has(name)) continue;
      this.channel.set(name, "");
      this.#pictures.delete(name);
    }
    this.channel.set("previews", renderPreviewsTitle(this.#pictures.size));
  }

  #readPicture({ training }: WatchedRun): string | null {
    try {
      const path = join(this.#results, this.name, JOURNAL_FOLDER, namePreview(training));
      return drawPreview(Deno.readFileSync(path));
    } catch {
      return null;
    }
  }

  #showCurves(state: JournalState, open: readonly WatchedRun[]): void {
    const now = performance.now();
    if (!this.#areCurvesDue || !this.isWatched || now < this.#curvesAt) return;
    this.#areCurvesDue = false;
    this.#curvesAt = Infinity;
    const runs = open.flatMap((run) => {
      const series = state.series.get(run.training);
      return series === undefined ? [] : [toLiveRun(run, series)];
    });
    this.#renderer.render({ type: "curves", runs }).then(({ text: html, elapsedMs }) => {
      this.#curvesAt = performance.now() + Math.max(CURVES_MS, CURVES_SHARE * elapsedMs);
      if (html !== null) this.channel.set("curves", html);
    });
  }
}

/** Name of the part that shows a run's samples; in the order of these names they stand in the page. */
function namePart({ place }: WatchedRun): string {
  return `preview/${String(place).padStart(5, "0")}`;
}
