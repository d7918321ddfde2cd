import type { JsonObject } from "./canonical.ts";
import { CodeCheck } from "./code_check.ts";
import { EnvironmentError, withEnvironment } from "./environment_error.ts";
import type { EventListener } from "./events.ts";
import type { Executor } from "./executor/executor.ts";
import { type Graph, listDependencies } from "./graph.ts";
import { type PlannedStage, type PlanOptions, planStage } from "./plan.ts";
import type { Project } from "./project.ts";
import { INTERRUPTED, RunState, type StageResult } from "./run_state.ts";
import { runStage, type StageOutcome } from "./run_stage.ts";
import { hasRoom, type Slots } from "./slots.ts";
import type { StageKind, StageNode } from "./stage.ts";
import { DamageError, type KeyHold, type Store } from "./store/store.ts";

/** How long a run waits before it looks again whether another run has ended a stage. */
const POLL_MS = 200;
/** A disk on which fresh bytes are damaged this often is no place for results. */
const MOST_DAMAGES = 3;

const NEVER = new AbortController().signal;

/** How a graph is run. */
export interface RunOptions extends PlanOptions, Slots {
  readonly store: Store;
  readonly kinds: Readonly<Record<string, StageKind>>;
  /** The source tree, as the fingerprints were made of it. */
  readonly project: Project;
  readonly executor: Executor;
  /** After a failure, goes on with what does not depend on it. */
  readonly keepGoing: boolean;
  /** Handed to each stage. */
  readonly environment: Readonly<Record<string, string>>;
  readonly host: JsonObject;
  /** Stops the stages: each is asked to end, and made to after a grace time. */
  readonly signal: AbortSignal;
  /** Stops them at once. */
  readonly urgentSignal?: AbortSignal;
  readonly onEvent: EventListener;
}

/** A run under way. */
interface Run {
  readonly graph: Graph;
  readonly options: RunOptions;
  readonly state: RunState;
  readonly code: CodeCheck;
}

/**
 * Brings every planned stage up to date: cached ones are taken as they are, the others run as soon as what they read is
 * there and there is room. Several runs on one store share the work: a stage that another one computes is left to it.
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
  const state = new RunState(graph, plan, { remembered, onEvent: options.onEvent });
  const run: Run = { graph, options, state, code: new CodeCheck(options.project) };
  for (;;) {
    await startReady(run).catch((error) => endAll(run, error));
    for (const message of options.store.takeNotes()) options.onEvent({ type: "log", message });
    if (state.running.size === 0 && state.elsewhere.size === 0) break;
    await waitForChange(state);
  }
  if (state.fault !== undefined) throw state.fault;
  state.skipPending(options.signal.aborted ? INTERRUPTED : "another stage failed");
  const isKnown = Object.entries(state.keys).every(([id, key]) => remembered[id] === key);
  if (!isKnown) await options.store.writeIndex(options.experiment, state.keys);
  return state.list();
}

/** Waits until a stage ends, or for a while if another run computes one. */
async function waitForChange({ running, elsewhere }: RunState): Promise<void> {
  const changes = [...running.values()].map(({ ended }) => ended);
  let timer: ReturnType<typeof setTimeout> | undefined;
  if (elsewhere.size > 0) {
    changes.push(
      new Promise((resolve) => {
        timer = setTimeout(resolve, POLL_MS);
      }),
    );
  }
  await Promise.race(changes);
  clearTimeout(timer);
}

/** Starts the stages that can be, and ends those that are found cached, until nothing more becomes ready. */
async function startReady(run: Run): Promise<void> {
  const { state } = run;
  state.elsewhere.clear();
  for (let hasEnded = true; hasEnded;) {
    hasEnded = false;
    for (const stage of state.schedule.ready) {
      const mayWait = state.elsewhere.has(stage.id) ||
        (state.planned.has(stage) && !mayStart(stage, run));
      if (!mayWait && await startOrEnd(stage, run)) hasEnded = true;
    }
  }
}

/** Starts a stage unless it is cached, there is no room, or somebody is at it; whether it has ended. */
async function startOrEnd(stage: StageNode, run: Run): Promise<boolean> {
  const { state, options: { store } } = run;
  const plan = await planNow(stage, run);
  state.planned.add(stage);
  // While it was planned, a repair may have taken an input away again.
  if (!state.schedule.isReady(stage)) return false;
  if (plan.status === "cached") {
    state.finish({ ...plan, elapsedMs: 0 });
    return true;
  }
  if (!mayStart(stage, run) || isUnderWay(plan, state)) return false;
  const hold = await store.tryHold(plan.key!);
  if (hold === null) {
    leaveElsewhere(stage, run);
    return false;
  }
  let isStarted = false;
  try {
    // Another run may have ended it before this one had the key.
    const held = await planNow(stage, run);
    isStarted = held.status !== "cached" && state.schedule.isReady(stage) && mayStart(stage, run);
    if (isStarted) start(stage, held, hold, run);
    return held.status === "cached";
  } finally {
    if (!isStarted) hold.release();
  }
}

async function planNow(stage: StageNode, { state, options }: Run): Promise<PlannedStage> {
  return await planStage(stage, state.results, state.keys[stage.id] ?? null, options);
}

function mayStart(stage: StageNode, { state, options }: Run): boolean {
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

function leaveElsewhere({ id }: StageNode, { state, options }: Run): void {
  state.elsewhere.add(id);
  if (state.toldElsewhere.has(id)) return;
  state.toldElsewhere.add(id);
  options.onEvent({ type: "log", message: `Another run computes "${id}"; this one waits for it` });
}

function start(stage: StageNode, planned: PlannedStage, hold: KeyHold, run: Run): void {
  const { state, options } = run;
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
      code: run.code,
      before: new Map(listDependencies(stage).map((id) => [id, state.results.get(id)!])),
      store: options.store,
      executor: options.executor,
      environment: options.environment,
      host: options.host,
      onProgress: (progress) => options.onEvent({ type: "stage-progress", id: stage.id, progress }),
      onLog: (message) => options.onEvent({ type: "log", message }),
      signal: AbortSignal.any([options.signal, state.halt.signal]),
      urgentSignal: options.urgentSignal ?? NEVER,
    })).then(
      (outcome) => settle(run, planned, { outcome, elapsedMs: performance.now() - startedAt }),
      (error) => repair(stage, run, error),
    ).finally(() => {
      hold.release();
      state.running.delete(stage.id);
    });
  const { resources } = options.kinds[stage.kind];
  state.running.set(stage.id, { key: planned.key!, resources, ended });
}

function settle(
  { state, options }: Run,
  planned: PlannedStage,
  { outcome, elapsedMs }: { outcome: StageOutcome; elapsedMs: number },
): void {
  if (outcome.status === "stopped") {
    state.endWithout({ ...planned, status: "skipped", reason: INTERRUPTED, elapsedMs });
  } else if (outcome.status === "failed") {
    state.hasFailed = true;
    state.endWithout({ ...planned, status: "failed", reason: outcome.reason, elapsedMs });
  } else {
    const { record, status, conflict } = outcome;
    if (conflict !== undefined) {
      const message = `"${planned.id}" is not reproducible: ${conflict.artifacts.join(", ")} ` +
        `differ from the first result, which stands; this one is kept in "conflicts"`;
      options.onEvent({ type: "log", message });
    }
    const reason = record.detail ?? planned.reason;
    const result = { ...planned, status, record, reason, elapsedMs };
    state.finish(conflict === undefined ? result : { ...result, conflict });
  }
}

/** After damage: the stages whose artifact it was run again, then this one. Any other fault ends the run. */
function repair(stage: StageNode, run: Run, error: unknown): void {
  if (!(error instanceof DamageError)) return endAll(run, error);
  const { state, options } = run;
  const damages = (state.damages.get(error.key) ?? 0) + 1;
  state.damages.set(error.key, damages);
  if (damages > MOST_DAMAGES) {
    const message =
      `${error.message}, and was ${MOST_DAMAGES} times. Check the disk, or name another ` +
      `folder with --results`;
    return endAll(run, new EnvironmentError(message, { cause: error }));
  }
  options.onEvent({ type: "log", message: error.message });
  state.reopen(error.key, stage.id);
}

function endAll({ state }: Run, error: unknown): void {
  state.fault ??= error;
  state.halt.abort();
}
