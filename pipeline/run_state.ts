import type { EventListener } from "./events.ts";
import type { Graph } from "./graph.ts";
import type { PlannedStage } from "./plan.ts";
import { Schedule } from "./schedule.ts";
import type { StageNode, StageResources, StageStatus } from "./stage.ts";
import type { StoredArtifact } from "./store/record.ts";

/** Why a stage has no result after Ctrl-C. */
export const INTERRUPTED = "interrupted";

/** How a stage ended in this run. */
export interface StageResult extends PlannedStage {
  readonly elapsedMs: number;
  /** Its result of this run, where that is another than the one that stands. */
  readonly conflict?: StageConflict;
}

/** Two results of one key that differ. */
export interface StageConflict {
  /** Artifacts in which they do, where they should not. */
  readonly artifacts: readonly string[];
  /** Outputs of the second result; those of the first one are the record's. */
  readonly outputs: Readonly<Record<string, StoredArtifact>>;
}

/** A stage under way. */
export interface RunningStage {
  readonly key: string;
  readonly resources: StageResources;
  readonly ended: Promise<void>;
}

/** The stages of a run that may still start, those under way, and those that have ended. */
export class RunState {
  readonly schedule: Schedule;
  /** Stages that were planned once since they became pending. */
  readonly planned: Set<StageNode> = new Set();
  readonly running: Map<string, RunningStage> = new Map();
  /** Ids of stages that another run computes. */
  readonly elsewhere: Set<string> = new Set();
  readonly toldElsewhere: Set<string> = new Set();
  readonly results: Map<string, StageResult> = new Map();
  /** Keys of last records by stage id. */
  readonly keys: Record<string, string>;
  /** How often the result of each key was found damaged. */
  readonly damages: Map<string, number> = new Map();
  hasFailed = false;
  /** What ends the run: not a stage that failed, but a fault around it. */
  fault: unknown;
  /** Stops the other stages on a fault. */
  readonly halt: AbortController = new AbortController();
  readonly #graph: Graph;
  readonly #onEvent: EventListener;

  /**
   * @param graph The graph.
   * @param plan Its plan; stages planned `skipped` and `cached` have ended.
   * @param options Keys of last records before this run, and who hears of events.
   */
  constructor(
    graph: Graph,
    plan: readonly PlannedStage[],
    options: {
      readonly remembered: Readonly<Record<string, string>>;
      readonly onEvent: EventListener;
    },
  ) {
    this.#graph = graph;
    this.#onEvent = options.onEvent;
    this.keys = { ...options.remembered };
    const ended = plan.filter(({ status }) => status === "skipped" || status === "cached");
    this.schedule = new Schedule(graph, ended.map(({ id }) => id));
    for (const stage of ended) {
      if (stage.status === "cached") this.finish({ ...stage, elapsedMs: 0 });
      else this.results.set(stage.id, { ...stage, elapsedMs: 0 });
    }
  }

  /** How every stage ended, in the graph's order. */
  list(): StageResult[] {
    return this.#graph.stages.map(({ id }) => this.results.get(id)!);
  }

  /** Notes how a stage ended. */
  finish(result: StageResult): void {
    this.schedule.end(result.id);
    this.results.set(result.id, result);
    if (result.record !== null) this.keys[result.id] = result.record.key;
    const { id, status, elapsedMs, reason, record } = result;
    const key = record?.key ?? null;
    this.#onEvent({ type: "stage-finished", id, status, elapsedMs, reason, key });
  }

  /** Ends a stage that has no record, and all that read from it: blocked by a failure, skipped with what was interrupted. */
  endWithout(result: StageResult): void {
    const behind = this.schedule.listBehind(result.id);
    this.finish(result);
    for (const { stage, through } of behind) {
      this.finish(
        result.reason === INTERRUPTED
          ? describeEnd(stage, "skipped", INTERRUPTED)
          : describeEnd(stage, "blocked", `blocked by ${through}`),
      );
    }
  }

  /** Ends the stages that were not started. */
  skipPending(reason: string): void {
    for (const stage of this.schedule.pending) this.finish(describeEnd(stage, "skipped", reason));
  }

  /** Makes the stages pending again whose result a record was, and one that was to read it. */
  reopen(key: string, reader: string): void {
    const damaged = [...this.results.values()].filter(({ record }) => record?.key === key);
    for (const { id } of damaged) this.results.delete(id);
    this.schedule.reopen([...damaged.map(({ id }) => id), reader]);
  }
}

function describeEnd(stage: StageNode, status: StageStatus, reason: string): StageResult {
  return { id: stage.id, kind: stage.kind, status, key: null, reason, record: null, elapsedMs: 0 };
}
