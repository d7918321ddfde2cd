import type { JsonObject } from "./canonical.ts";
import { withEnvironment } from "./environment_error.ts";
import type { EventListener } from "./events.ts";
import type { Executor } from "./executor/executor.ts";
import { type Graph, listDependencies } from "./graph.ts";
import { type PlannedStage, type PlanOptions, planStage } from "./plan.ts";
import { runStage, type StageOutcome } from "./run_stage.ts";
import type { StageKind, StageNode, StageStatus } from "./stage.ts";
import { DamageError } from "./store/store.ts";

/** Why a stage has no result after Ctrl-C. */
export const INTERRUPTED = "interrupted";

/** How a graph is run. */
export interface RunOptions extends PlanOptions {
  readonly kinds: Readonly<Record<string, StageKind>>;
  readonly executor: Executor;
  /** Threads that running stages may use together. */
  readonly jobs: number;
  /** Memory that they may use together; one stage always may run. */
  readonly memoryMb: number;
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

/** The stages that may still run, those that do, and those that have ended. */
interface RunState {
  readonly graph: Graph;
  readonly pending: Set<StageNode>;
  readonly running: Map<string, { readonly key: string; readonly ended: Promise<void> }>;
  readonly results: Map<string, StageResult>;
  /** Keys of last records by stage id, before this run and now. */
  readonly remembered: Readonly<Record<string, string>>;
  readonly keys: Record<string, string>;
  hasFailed: boolean;
  /** Whether any stage has moved since it was last asked. */
  hasMoved: boolean;
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
 * @param plan Its plan; stages planned `skipped` are left alone.
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
  const state: RunState = {
    graph,
    pending: new Set(),
    running: new Map(),
    results: new Map(),
    remembered,
    keys: { ...remembered },
    hasFailed: false,
    hasMoved: false,
    halt: new AbortController(),
  };
  for (const stage of plan) {
    if (stage.status === "skipped") state.results.set(stage.id, { ...stage, elapsedMs: 0 });
    else state.pending.add(graph.byId.get(stage.id)!);
  }
  do {
    state.hasMoved = false;
    await startReady(state, options);
    const ends = [...state.running.values()].map(({ ended }) => ended);
    if (ends.length > 0) await Promise.race(ends);
  } while (state.hasMoved || state.running.size > 0);
  if (state.fault !== undefined) throw state.fault;
  for (const stage of state.pending) finish(state, options, skip(stage, options.signal));
  await noteKeys(state, options);
  return graph.stages.map(({ id }) => state.results.get(id)!);
}

async function noteKeys({ remembered, keys }: RunState, options: RunOptions): Promise<void> {
  const isKnown = Object.entries(keys).every(([id, key]) => remembered[id] === key);
  if (!isKnown) await options.store.writeIndex(options.experiment, keys);
}

/** Goes through the pending stages once, and starts or ends those that can be. */
async function startReady(state: RunState, options: RunOptions): Promise<void> {
  for (const stage of [...state.pending]) {
    const dependencies = listDependencies(stage).map((id) => state.results.get(id));
    const broken = dependencies.find((result) => result !== undefined && result.record === null);
    if (broken !== undefined) finish(state, options, endBehind(stage, broken));
    if (broken !== undefined || dependencies.includes(undefined)) continue;
    const planned = await planStage(stage, state.results, state.keys[stage.id] ?? null, options);
    if (planned.status === "cached") finish(state, options, { ...planned, elapsedMs: 0 });
    else if (mayStart(stage, planned, state, options)) start(stage, planned, state, options);
  }
}

function mayStart(
  stage: StageNode,
  planned: PlannedStage,
  state: RunState,
  options: RunOptions,
): boolean {
  if (options.signal.aborted || state.halt.signal.aborted) return false;
  if (state.hasFailed && !options.keepGoing) return false;
  // While it was planned, a repair may have taken an input away again.
  if (listDependencies(stage).some((id) => !state.results.has(id))) return false;
  // The same work under another name: it is cached once the first has ended.
  const isUnderWay = [...state.running.values()].some(({ key }) => key === planned.key);
  return !isUnderWay && hasRoom(stage, state, options);
}

function hasRoom(stage: StageNode, state: RunState, options: RunOptions): boolean {
  if (state.running.size === 0) return true;
  const used = [...state.running.keys(), stage.id]
    .map((id) => options.kinds[state.graph.byId.get(id)!.kind].resources);
  const threads = used.reduce((sum, { threads }) => sum + threads, 0);
  const memoryMb = used.reduce((sum, { memoryMb }) => sum + memoryMb, 0);
  return threads <= options.jobs && memoryMb <= options.memoryMb;
}

function start(
  stage: StageNode,
  planned: PlannedStage,
  state: RunState,
  options: RunOptions,
): void {
  state.pending.delete(stage);
  state.hasMoved = true;
  options.onEvent({ type: "stage-started", id: stage.id, reason: planned.reason });
  const startedAt = performance.now();
  const ended = withEnvironment(`run "${stage.id}"`, () =>
    runStage({
      stage,
      kind: options.kinds[stage.kind],
      key: planned.key!,
      experiment: options.experiment,
      fingerprint: options.fingerprints[stage.kind],
      before: new Map(state.results),
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
  state.running.set(stage.id, { key: planned.key!, ended });
}

function settle(
  state: RunState,
  options: RunOptions,
  planned: PlannedStage,
  { outcome, elapsedMs }: { outcome: StageOutcome; elapsedMs: number },
): void {
  if (outcome.status === "stopped") {
    return finish(state, options, {
      ...planned,
      status: "skipped",
      reason: INTERRUPTED,
      elapsedMs,
    });
  }
  if (outcome.status === "failed") {
    state.hasFailed = true;
    return finish(state, options, {
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

/** After damage: the stage whose artifact it was runs again, then this one. Any other fault ends the run. */
function repair(stage: StageNode, state: RunState, options: RunOptions, error: unknown): void {
  state.hasMoved = true;
  if (!(error instanceof DamageError)) {
    state.fault ??= error;
    state.halt.abort();
    return;
  }
  options.onEvent({ type: "log", message: error.message });
  state.pending.add(stage);
  for (const [id, result] of state.results) {
    if (result.record?.key !== error.key) continue;
    state.results.delete(id);
    state.pending.add(state.graph.byId.get(id)!);
  }
}

function finish(state: RunState, options: RunOptions, result: StageResult): void {
  state.hasMoved = true;
  for (const stage of state.pending) if (stage.id === result.id) state.pending.delete(stage);
  state.results.set(result.id, result);
  if (result.record !== null) state.keys[result.id] = result.record.key;
  const { id, status, elapsedMs, reason } = result;
  options.onEvent({ type: "stage-finished", id, status, elapsedMs, reason });
}

function endWithout(stage: StageNode, status: StageStatus, reason: string): StageResult {
  return { id: stage.id, kind: stage.kind, status, key: null, reason, record: null, elapsedMs: 0 };
}

/** What follows a stage that has no record: blocked by a failure, skipped with what was interrupted. */
function endBehind(stage: StageNode, broken: StageResult): StageResult {
  return broken.reason === INTERRUPTED
    ? endWithout(stage, "skipped", INTERRUPTED)
    : endWithout(stage, "blocked", `blocked by ${broken.id}`);
}

function skip(stage: StageNode, signal: AbortSignal): StageResult {
  return endWithout(stage, "skipped", signal.aborted ? INTERRUPTED : "another stage failed");
}
