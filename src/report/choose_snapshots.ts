import { pickEvenly } from "./pick_evenly.ts";
import type { ReportRun } from "./report_data.ts";

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
