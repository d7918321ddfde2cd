import { pickEvenly } from "./pick_evenly.ts";
import type { ReportRun } from "./report_data.ts";

/** More runs than this show fewer images each. */
const MANY_RUNS = 20;
/** The most pictures that one report carries, so that it stays near 5 MB. */
const MOST_SNAPSHOTS = 180;
const MOST_STEPS = 16;

/** Which snapshots a report shows. */
export interface ChosenSnapshots {
  /** Every step of which there is a picture, in order. */
  readonly steps: readonly number[];
  /** What of a run is shown. */
  readonly listShown: (run: ReportRun) => ReportRun["snapshots"];
}

/**
 * Chooses the snapshots that the report shows: all of them while the page stays small, else those at up to 16 evenly
 * spread steps, the first and the last among them; and always the last of each run, which may be a shorter one.
 *
 * @param runs All runs.
 * @returns Their steps, and those of each run.
 */
export function chooseSnapshots(runs: readonly ReportRun[]): ChosenSnapshots {
  const all = [...new Set(runs.flatMap((run) => run.snapshots.map(({ step }) => step)))]
    .sort((one, other) => one - other);
  const room = Math.max(3, Math.floor(MOST_SNAPSHOTS / Math.max(1, runs.length)));
  const picked = pickEvenly(all, Math.min(MOST_STEPS, room));
  const listShown = ({ snapshots }: ReportRun) =>
    snapshots.filter(({ step }, place) => picked.includes(step) || place === snapshots.length - 1);
  const ends = runs.flatMap(({ snapshots }) => snapshots.slice(-1).map(({ step }) => step));
  return { steps: [...new Set([...picked, ...ends])].sort((one, other) => one - other), listShown };
}

/**
 * Chooses how many images stand in a row of each grid, so that a report of many runs stays near 5 MB.
 *
 * @param pictureCount Grids in the report.
 * @returns 8 up to 80 grids, 7 up to 120, else 6.
 */
export function chooseGridSide(pictureCount: number): number {
  return pictureCount <= 80 ? 8 : pictureCount <= 120 ? 7 : 6;
}

/** Whether a report has so many runs that it shows fewer images of each. */
export function isLarge(runs: readonly ReportRun[]): boolean {
  return runs.length > MANY_RUNS;
}
