import type { FollowedStage, ProgressState } from "./progress_state.ts";

/** How fast a stage is, and how long it still takes. */
export interface StagePace {
  /** Units a second. */
  readonly rate: number;
  readonly leftMs: number;
}

/**
 * The pace of a stage since its first report.
 *
 * @param stage The stage.
 * @returns Null until it has told of progress twice.
 */
export function measurePace({ first, last }: FollowedStage): StagePace | null {
  if (first === undefined || last === undefined) return null;
  const { done, total } = last.progress;
  const rate = (done - first.done) / (last.at - first.at) * 1000;
  return rate > 0 && Number.isFinite(rate) ? { rate, leftMs: (total - done) / rate * 1000 } : null;
}

/**
 * Estimates how long a run still takes: what runs by its own pace, what waits by the mean of its kind, side by side as
 * many as were seen at work at once. Kinds of which nothing is known yet count for nothing, so that early estimates are low.
 *
 * @param state What is known of the run.
 * @param now Milliseconds on the clock of its events.
 * @returns Milliseconds; null while nothing that waits or runs has a known pace.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { estimateLeft } from "./estimate_left.ts";
 * import { makeProgressState } from "./progress_state.ts";
 *
 * const state = makeProgressState();
 * state.pending.set("train/1", "train").set("train/2", "train");
 * assertEquals(estimateLeft(state, 0), null);
 * state.computed.set("train", { count: 2, totalMs: 8_000 });
 * assertEquals(estimateLeft(state, 0), 8_000);
 * ```
 */
export function estimateLeft(state: ProgressState, now: number): number | null {
  const { pending, running, computed, mostRunning } = state;
  const times = new Map(
    [...computed].map(([kind, { count, totalMs }]) => [kind, { count, totalMs }]),
  );
  const left: number[] = [];
  const silent: FollowedStage[] = [];
  for (const stage of running.values()) {
    const pace = measurePace(stage);
    if (pace === null) {
      silent.push(stage);
      continue;
    }
    const leftMs = Math.max(0, pace.leftMs - (now - stage.last!.at));
    left.push(leftMs);
    const { count, totalMs } = times.get(stage.kind) ?? { count: 0, totalMs: 0 };
    times.set(stage.kind, { count: count + 1, totalMs: totalMs + now - stage.startedAt + leftMs });
  }
  const expect = (kind: string): number | null => {
    const known = times.get(kind);
    return known === undefined ? null : known.totalMs / known.count;
  };
  let isKnown = left.length > 0;
  for (const { kind, startedAt } of silent) {
    const wholeMs = expect(kind);
    if (wholeMs === null) continue;
    isKnown = true;
    left.push(Math.max(0, wholeMs - (now - startedAt)));
  }
  let waitingMs = 0;
  for (const kind of pending.values()) {
    const wholeMs = expect(kind);
    if (wholeMs === null) continue;
    isKnown = true;
    waitingMs += wholeMs;
  }
  if (!isKnown) return null;
  const workMs = left.reduce((sum, leftMs) => sum + leftMs, waitingMs);
  return Math.max(workMs / Math.max(1, mostRunning), ...left);
}
