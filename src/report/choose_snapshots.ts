import { pickEvenly } from "./pick_evenly.ts";
import type { ReportRun } from "./report_data.ts";

/** More runs than this show fewer images each. */
const MANY_RUNS = 20;
/** The most pictures that one report carries, so that it stays near 5 MB. */
const MOST_SNAPSHOTS = 180;
const MOST_STEPS = 16;

/**
 * Chooses the steps whose snapshots the report shows: all of them while the page stays small, else evenly
 * spread ones, the first and the last among them.
 *
 * @param runs All runs.
 * @returns Steps in order, at most 16.
 */
export function chooseSnapshots(runs: readonly ReportRun[]): number[] {
  const steps = [...new Set(runs.flatMap((run) => run.snapshots.map(({ step }) => step)))]
    .sort((one, other) => one - other);
  const room = Math.max(3, Math.floor(MOST_SNAPSHOTS / Math.max(1, runs.length)));
  return pickEvenly(steps, Math.min(MOST_STEPS, room));
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
