import type { StageFacts } from "./report_data.ts";

/** A stage with the time it took, in milliseconds since the sitting's start. */
export interface TimedStage {
  readonly stage: StageFacts;
  readonly startMs: number;
  readonly endMs: number;
  /** Row of the chart, from 0: what shares one ran one after another. */
  readonly lane: number;
}

/** Stages that were made in one go. */
export interface Sitting {
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly stages: readonly TimedStage[];
  /** Stages that were made at another time. */
  readonly otherCount: number;
}

/** A longer pause, with no stage running, ends a sitting. */
const PAUSE_MS = 60_000;

/**
 * Finds the sitting in which most stages were made, and gives each of its stages a row so that none overlap.
 *
 * @param stages All stages; those that never started do not count.
 * @returns The sitting, or `undefined` where no stage has a time.
 */
export function findLongestSitting(stages: readonly StageFacts[]): Sitting | undefined {
  const timed = stages.flatMap((stage) => {
    const startMs = Date.parse(stage.startedAt ?? "");
    return Number.isFinite(startMs) && stage.elapsedMs !== null
      ? [{ stage, startMs, endMs: startMs + stage.elapsedMs }]
      : [];
  }).sort((one, other) => one.startMs - other.startMs);
  const sittings: (typeof timed)[] = [];
  let end = -Infinity;
  for (const one of timed) {
    if (one.startMs > end + PAUSE_MS) sittings.push([]);
    sittings[sittings.length - 1].push(one);
    end = Math.max(end, one.endMs);
  }
  const longest = sittings.reduce((best, one) => one.length > best.length ? one : best, []);
  if (longest.length === 0) return undefined;
  const origin = longest[0].startMs;
  const laneEnds: number[] = [];
  return {
    startedAt: longest[0].stage.startedAt!,
    stages: longest.map(({ stage, startMs, endMs }) => {
      const free = laneEnds.findIndex((laneEnd) => laneEnd <= startMs);
      const lane = free < 0 ? laneEnds.length : free;
      laneEnds[lane] = endMs;
      return { stage, startMs: startMs - origin, endMs: endMs - origin, lane };
    }),
    otherCount: timed.length - longest.length,
  };
}
