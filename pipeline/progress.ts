import type { RunEvent } from "./events.ts";
import type { StageProgress, StageStatus } from "./stage.ts";

const BAR_WIDTH = 20;
const REDRAW_MS = 100;

/** A stage under way, as the display knows it. */
interface RunningStage {
  readonly startedAt: number;
  /** The first report, against which the rate is measured: a resumed stage does not start at 0. */
  readonly first?: { readonly at: number; readonly done: number };
  readonly progress?: StageProgress;
}

/** What the display shows. It is changed in place: a copy for each event of thousands of stages would cost seconds. */
export interface ProgressState {
  total: number;
  /** How each stage ended, by id; one that a repair runs again counts once. */
  readonly ended: Map<string, StageStatus>;
  readonly running: Map<string, RunningStage>;
}

/** What the display shows before the first event. */
export function makeProgressState(): ProgressState {
  return { total: 0, ended: new Map(), running: new Map() };
}

/**
 * Takes an event into what the display shows.
 *
 * @param state What it shows.
 * @param event The event.
 * @param now Milliseconds on a steady clock.
 */
export function updateProgress(state: ProgressState, event: RunEvent, now: number): void {
  const { running, ended } = state;
  switch (event.type) {
    case "planned":
      state.total = event.stages.filter(({ status }) => status !== "skipped").length;
      break;
    case "stage-started":
      running.set(event.id, { startedAt: now });
      break;
    case "stage-progress": {
      const stage = running.get(event.id);
      if (stage === undefined) break;
      const first = stage.first ?? { at: now, done: event.progress.done };
      running.set(event.id, { ...stage, first, progress: event.progress });
      break;
    }
    case "stage-finished":
      running.delete(event.id);
      ended.set(event.id, event.status);
      break;
  }
}

/**
 * The display as lines of text: one for the whole, one for each stage under way.
 *
 * @param state What to show.
 * @param now Milliseconds on the same clock as the events.
 * @param columns Width of the terminal.
 */
export function formatProgress(state: ProgressState, now: number, columns: number): string[] {
  const counts = new Map<StageStatus, number>();
  for (const status of state.ended.values()) counts.set(status, (counts.get(status) ?? 0) + 1);
  const details = [...counts].map(([status, n]) => `${n} ${status}`).join(", ");
  const head = `${state.ended.size}/${state.total} stages${details === "" ? "" : ` (${details})`}`;
  const lines = [...state.running].map(([id, stage]) => formatStage(id, stage, now));
  return [head, ...lines].map((line) => line.slice(0, Math.max(columns - 1, 20)));
}

function formatStage(
  id: string,
  { startedAt, first, progress }: RunningStage,
  now: number,
): string {
  const name = `  ${id.padEnd(42)}`;
  if (progress === undefined || first === undefined) {
    return `${name} ${formatSeconds(now - startedAt)}`;
  }
  const { done, total, unit } = progress;
  const filled = Math.min(BAR_WIDTH, Math.max(0, Math.round(BAR_WIDTH * done / total) || 0));
  const bar = "█".repeat(filled) + "░".repeat(BAR_WIDTH - filled);
  const rate = (done - first.done) / (now - first.at) * 1000;
  const speed = rate > 0
    ? ` ${rate.toPrecision(3)} ${unit}/s, ${formatSeconds((total - done) / rate * 1000)} left`
    : "";
  return `${name} ${bar} ${done}/${total}${speed}`;
}

/** Milliseconds as `8 s` or `2 min 05 s`. */
export function formatSeconds(elapsedMs: number): string {
  const seconds = Math.max(0, Math.round(elapsedMs / 1000));
  if (seconds < 60) return `${seconds} s`;
  return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, "0")} s`;
}

/** Shows the events of a run. */
export interface ProgressWriter {
  readonly onEvent: (event: RunEvent) => void;
  /** Leaves the cursor below what was shown. */
  close(): void;
}

/**
 * A display that is drawn anew in place, for a terminal.
 *
 * @param write Takes text with control sequences.
 * @param columns Tells the terminal's width.
 */
export function makeTerminalProgress(
  write: (text: string) => void,
  columns: () => number,
): ProgressWriter {
  const state = makeProgressState();
  let drawnLines = 0;
  let drawnAt = -Infinity;
  function draw(extra = ""): void {
    const lines = formatProgress(state, performance.now(), columns());
    const up = drawnLines > 0 ? `\x1b[${drawnLines}A` : "";
    write(`${up}\x1b[J${extra}${lines.join("\n")}\n`);
    drawnLines = lines.length;
    drawnAt = performance.now();
  }
  return {
    onEvent: (event) => {
      updateProgress(state, event, performance.now());
      if (event.type === "log") return draw(`${event.message}\n`);
      if (event.type === "stage-finished" && event.status === "failed") {
        return draw(`${event.reason}\n`);
      }
      if (performance.now() - drawnAt >= REDRAW_MS) draw();
    },
    close: () => draw(),
  };
}

/**
 * One line an event that matters, for logs and pipes.
 *
 * @param write Takes a line with its end.
 */
export function makePlainProgress(write: (text: string) => void): ProgressWriter {
  return {
    onEvent: (event) => {
      if (event.type === "log") write(`${event.message}\n`);
      if (event.type === "stage-started") write(`run     ${event.id} (${event.reason})\n`);
      if (event.type === "stage-finished" && event.status !== "cached") {
        const detail = event.status === "done" ? "" : `: ${event.reason}`;
        write(`${event.status.padEnd(8)}${event.id} ${formatSeconds(event.elapsedMs)}${detail}\n`);
      }
    },
    close: () => {},
  };
}
