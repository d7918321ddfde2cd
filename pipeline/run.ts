import type { JsonObject } from "./canonical.ts";
import { withEnvironment } from "./environment_error.ts";
import type { EventListener } from "./events.ts";
import type { Executor } from "./executor/executor.ts";
import { type Graph, listDependencies } from "./graph.ts";
import { type PlannedStage, type PlanOptions, planStage } from "./plan.ts";
import { runStage, type StageOutcome } from "./run_stage.ts";
import { Schedule } from "./schedule.ts";
import { hasRoom, type Slots } from "./slots.ts";
import type { StageKind, StageNode, StageResources, StageStatus } from "./stage.ts";
import { DamageError } from "./store/store.ts";

/** Why a stage has no result after Ctrl-C. */
export const INTERRUPTED = "interrupted";

/** How a graph is run. */
export interface RunOptions extends PlanOptions, Slots {
  readonly kinds: Readonly<Record<string, StageKind>>;
  readonly executor: Executor;
  /** After a failure, goes on with what does not depend on it. */
  readonly keepGoing: boolean;
  /** Handed to each stage. */
  readonly environment: Readonly<Record<string, string>>;
  readonly host: JsonObject;
  readonly signal: AbortSignal;
  readonly onEvent: EventListener;
}

/** How a stage ended in this run. */
export interface StageResult extends PlannedStage {
  readonly elapsedMs: number;
}

interface RunningStage {
  readonly key: string;
  readonly resources: StageResources;
  readonly ended: Promise<void>;
}

/** The stages that may still run, those that do, and those that have ended. */
interface RunState {
  readonly graph: Graph;
  readonly schedule: Schedule;
  /** Stages that were planned once since they became pending. */
  readonly planned: Set<StageNode>;
  readonly running: Map<string, RunningStage>;
  readonly results: Map<string, StageResult>;
  /** Keys of last records by stage id, before this run and now. */
  readonly remembered: Readonly<Record<string, string>>;
  readonly keys: Record<string, string>;
  hasFailed: boolean;
  /** What ends the run: not a stage that failed, but a fault around it. */
  fault?: unknown;
  /** Stops the other stages on a fault. */
  readonly halt: AbortController;
}

/**
 * Brings every planned stage up to date: cached ones are taken as they are, the others run as soon as what they read is
 * there and there is room.
 *
 * Keys are made when inputs are known, so that a stage whose rerun gives the same bytes leaves its dependants cached.
 *
 * @param graph The graph.
 * @param plan Its plan, just made; stages planned `skipped` are left alone.
 * @param options How to run.
 * @returns Results in the graph's order.
 * @throws {EnvironmentError} When what surrounds the stages is at fault, such as a full disk; the others are stopped first.
 */
export async function runGraph(
  graph: Graph,
  plan: readonly PlannedStage[],
  options: RunOptions,
): Promise<StageResult[]> {
  const remembered = await options.store.readIndex(options.experiment);
  const ended = plan.filter(({ status }) => status === "skipped" || status === "cached");
  const state: RunState = {
    graph,
    schedule: new Schedule(graph, ended.map(({ id }) => id)),
    planned: new Set(),
    running: new Map(),
    results: new Map(),
    remembered,
    keys: { ...remembered },
    hasFailed: false,
    halt: new AbortController(),
  };
  for (const stage of ended) {
    if (stage.status === "cached") finish(state, options, { ...stage, elapsedMs: 0 });
    else state.results.set(stage.id, { ...stage, elapsedMs: 0 });
  }
  await startReady(state, options);
  while (state.running.size > 0) {
    await Promise.race([...state.running.values()].map(({ ended }) => ended));
    await startReady(state, options);
  }
  if (state.fault !== undefined) throw state.fault;
  for (const stage of state.schedule.pending) finish(state, options, skip(stage, options.signal));
  await noteKeys(state, options);
  return graph.stages.map(({ id }) => state.results.get(id)!);
}

async function noteKeys({ remembered, keys }: RunState, options: RunOptions): Promise<void> {
  const isKnown = Object.entries(keys).every(([id, key]) => remembered[id] === key);
  if (!isKnown) await options.store.writeIndex(options.experiment, keys);
}

/** Starts the stages that can be, and ends those that are found cached, until nothing more becomes ready. */
async function startReady(state: RunState, options: RunOptions): Promise<void> {
  for (let hasEnded = true; hasEnded;) {
    hasEnded = false;
    for (const stage of state.schedule.ready) {
      if (state.planned.has(stage) && !mayStart(stage, state, options)) continue;
      // Planned again before it starts: another runner may have done the work.
      const plan = await planStage(stage, state.results, state.keys[stage.id] ?? null, options);
      state.planned.add(stage);
      // While it was planned, a repair may have taken an input away again.
      if (!state.schedule.isReady(stage)) continue;
      if (plan.status === "cached") {
        finish(state, options, { ...plan, elapsedMs: 0 });
        hasEnded = true;
      } else if (mayStart(stage, state, options) && !isUnderWay(plan, state)) {
        start(stage, plan, state, options);
      }
    }
  }
}

function mayStart(stage: StageNode, state: RunState, options: RunOptions): boolean {
  if (options.signal.aborted || state.halt.signal.aborted) return false;
  if (state.hasFailed && !options.keepGoing) return false;
  // Each takes a thread at least; asked of every ready stage whenever one ends.
  if (state.running.size >= options.jobs) return false;
  const used = [...state.running.values()].map(({ resources }) => resources);
  return hasRoom(options.kinds[stage.kind].resources, used, options);
}

/** Whether the same work runs under another name: this stage is cached once that has ended. */
function isUnderWay(plan: PlannedStage, state: RunState): boolean {
  return [...state.running.values()].some(({ key }) => key === plan.key);
}

function start(
  stage: StageNode,
  planned: PlannedStage,
  state: RunState,
  options: RunOptions,
): void {
  state.schedule.take(stage);
  options.onEvent({ type: "stage-started", id: stage.id, reason: planned.reason });
  const startedAt = performance.now();
  const ended = withEnvironment(`run "${stage.id}"`, () =>
    runStage({
      stage,
      kind: options.kinds[stage.kind],
      key: planned.key!,
      experiment: options.experiment,
      fingerprint: options.fingerprints[stage.kind],
      before: new Map(listDependencies(stage).map((id) => [id, state.results.get(id)!])),
      store: options.store,
      executor: options.executor,
      environment: options.environment,
      host: options.host,
      onProgress: (progress) => options.onEvent({ type: "stage-progress", id: stage.id, progress }),
      signal: AbortSignal.any([options.signal, state.halt.signal]),
    })).then(
      (outcome) =>
        settle(state, options, planned, { outcome, elapsedMs: performance.now() - startedAt }),
      (error) => repair(stage, state, options, error),
    ).finally(() => state.running.delete(stage.id));
  const { resources } = options.kinds[stage.kind];
  state.running.set(stage.id, { key: planned.key!, resources, ended });
}

function settle(
  state: RunState,
  options: RunOptions,
  planned: PlannedStage,
  { outcome, elapsedMs }: { outcome: StageOutcome; elapsedMs: number },
): void {
  if (outcome.status === "stopped") {
    return endWithout(state, options, {
      ...planned,
      status: "skipped",
      reason: INTERRUPTED,
      elapsedMs,
    });
  }
  if (outcome.status === "failed") {
    state.hasFailed = true;
    return endWithout(state, options, {
      ...planned,
      status: "failed",
      reason: outcome.reason,
      elapsedMs,
    });
  }
  const { record, status } = outcome;
  finish(state, options, {
    ...planned,
    status,
    record,
    reason: record.detail ?? planned.reason,
    elapsedMs,
  });
}

/** After damage: the stages whose artifact it was run again, then this one. Any other fault ends the run. */
function repair(stage: StageNode, state: RunState, options: RunOptions, error: unknown): void {
  if (!(error instanceof DamageError)) {
    state.fault ??= error;
    state.halt.abort();
    return;
  }
  options.onEvent({ type: "log", message: error.message });
  const damaged = [...state.results.values()].filter(({ record }) => record?.key === error.key);
  for (const { id } of damaged) state.results.delete(id);
  state.schedule.reopen([...damaged.map(({ id }) => id), stage.id]);
}

function finish(state: RunState, options: RunOptions, result: StageResult): void {
  state.schedule.end(result.id);
  state.results.set(result.id, result);
  if (result.record !== null) state.keys[result.id] = result.record.key;
  const { id, status, elapsedMs, reason } = result;
  options.onEvent({ type: "stage-finished", id, status, elapsedMs, reason });
}

/** Ends a stage that has no record, and all that read from it: blocked by a failure, skipped with what was interrupted. */
function endWithout(state: RunState, options: RunOptions, result: StageResult): void {
  const behind = state.schedule.listBehind(result.id);
  finish(state, options, result);
  for (const { stage, through } of behind) {
    const end = result.reason === INTERRUPTED
      ? describeEnd(stage, "skipped", INTERRUPTED)
      : describeEnd(stage, "blocked", `blocked by ${through}`);
    finish(state, options, end);
  }
}

function skip(stage: StageNode, signal: AbortSignal): StageResult {
  return describeEnd(stage, "skipped", signal.aborted ? INTERRUPTED : "another stage failed");
}

function describeEnd(stage: StageNode, status: StageStatus, reason: string): StageResult {
  return { id: stage.id, kind: stage.kind, status, key: null, reason, record: null, elapsedMs: 0 };
}
