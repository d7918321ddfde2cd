import type { RunEvent } from "../events.ts";
import type { StageProgress, StageStatus } from "../stage.ts";

/** A stage under way, as those see it who follow the run. */
export interface FollowedStage {
  readonly kind: string;
  readonly startedAt: number;
  /** The first report, against which the rate is measured: a resumed stage does not start at 0. */
  readonly first?: { readonly at: number; readonly done: number };
  readonly last?: { readonly at: number; readonly progress: StageProgress };
}

/** What is known of a run under way. It is changed in place: a copy for each event of thousands of stages would cost seconds. */
export interface ProgressState {
  total: number;
  /** Kinds of the stages that have neither started nor ended, by id. */
  readonly pending: Map<string, string>;
  readonly running: Map<string, FollowedStage>;
  /** How each stage ended, by id; one that a repair runs again counts once. */
  readonly ended: Map<string, StageStatus>;
  /** How many stages of a kind were computed, now or before, and how long that took together. */
  readonly computed: Map<string, { readonly count: number; readonly totalMs: number }>;
  /** The most stages that were seen at work at once. */
  mostRunning: number;
}

/** An event, of which only so much is wanted of a plan. */
export type ProgressEvent = Exclude<RunEvent, { readonly type: "planned" }> | {
  readonly type: "planned";
  readonly stages: readonly {
    readonly id: string;
    readonly kind: string;
    readonly status: StageStatus;
    readonly record: { readonly elapsedMs: number } | null;
  }[];
};

/** What is known before the first event. */
export function makeProgressState(): ProgressState {
  return {
    total: 0,
    pending: new Map(),
    running: new Map(),
    ended: new Map(),
    computed: new Map(),
    mostRunning: 0,
  };
}

/**
 * Takes an event into what is known.
 *
 * @param state What is known.
 * @param event The event.
 * @param now Milliseconds on a steady clock.
 */
export function updateProgress(state: ProgressState, event: ProgressEvent, now: number): void {
  const { pending, running, ended } = state;
  switch (event.type) {
    case "planned":
      for (const { id, kind, status, record } of event.stages) {
        if (status === "skipped") continue;
        state.total++;
        pending.set(id, kind);
        if (record !== null) noteTime(state, kind, record.elapsedMs);
      }
      break;
    case "stage-started": {
      const kind = pending.get(event.id) ?? "";
      pending.delete(event.id);
      running.set(event.id, { kind, startedAt: now });
      state.mostRunning = Math.max(state.mostRunning, running.size);
      break;
    }
    case "stage-progress": {
      const stage = running.get(event.id);
      if (stage === undefined) break;
      const { progress } = event;
      const first = stage.first ?? { at: now, done: progress.done };
      running.set(event.id, { ...stage, first, last: { at: now, progress } });
      break;
    }
    case "stage-finished": {
      const stage = running.get(event.id);
      if (stage !== undefined && event.status === "done") {
        noteTime(state, stage.kind, event.elapsedMs);
      }
      pending.delete(event.id);
      running.delete(event.id);
      ended.set(event.id, event.status);
      break;
    }
  }
}

function noteTime({ computed }: ProgressState, kind: string, elapsedMs: number): void {
  const { count, totalMs } = computed.get(kind) ?? { count: 0, totalMs: 0 };
  computed.set(kind, { count: count + 1, totalMs: totalMs + elapsedMs });
}
