import {
  checkDiskSpace,
  DamageError,
  describeHost,
  LocalExecutor,
  measureMemory,
  planGraph,
  type RunEvent,
  runGraph,
  type StageResult,
  verifyFiles,
} from "../../pipeline/mod.ts";
import { STAGE_KINDS } from "../stages/catalogue.ts";
import { chooseProgress } from "./choose_progress.ts";
import { countGpuSlots } from "./count_gpu_slots.ts";
import { chooseEnvironment } from "./engine_environment.ts";
import { INTERRUPTED_CODE, type Interruption, listenForInterruption } from "./interruption.ts";
import type { OpenLive } from "./live/open_live.ts";
import { limitPermissions } from "./limit_permissions.ts";
import { makeWriter } from "./make_writer.ts";
import type { CommandOptions } from "./options.ts";
import { planCommand } from "./plan.ts";
import { PROJECT_ROOT } from "./places.ts";
import { type PreparedExperiment, prepareExperiment } from "./prepare.ts";
import { holdView } from "./run/hold_view.ts";
import { requirePlace } from "./require_place.ts";
import { journalRun } from "./run/journal_run.ts";
import { tellEnding } from "./run/tell_ending.ts";

/** Exit codes of a run. */
const DONE = 0;

/** A run, and what it tells to whom. */
interface RunSetting {
  readonly options: CommandOptions;
  readonly interruption: Interruption;
  /** Writes to stdout. */
  readonly write: (text: string) => void;
  readonly onEvent: (event: RunEvent) => void;
}

/** How the stages ended, and the path of the report if there is one. */
interface Completion {
  readonly results: StageResult[];
  readonly report: string | null;
}

/** `run SPEC…`: brings experiments up to date, one after another, and publishes their reports. */
export async function runCommand(options: CommandOptions): Promise<number> {
  if (options.dryRun) return await planCommand(options);
  if (options.figures !== undefined) {
    await requirePlace(options.figures, "folder", "write figures to");
  }
  // Every spec is checked before any of them runs.
  const checked: PreparedExperiment[] = [];
  for (const spec of options.specs) checked.push(await prepareExperiment(spec, options));
  const live = options.live ? await serveLive(checked[0].results, options) : null;
  try {
    return await runAll(checked, options, live);
  } finally {
    await live?.close();
  }
}

async function runAll(
  checked: readonly PreparedExperiment[],
  options: CommandOptions,
  live: OpenLive | null,
): Promise<number> {
  let worst = DONE;
  for (const [index, spec] of options.specs.entries()) {
    // What ran before may have changed where this one stands.
    const prepared = index === 0 ? checked[0] : await prepareExperiment(spec, options);
    if (live !== null) tellAddress(live.locate(prepared.viewName), options);
    const code = await runExperiment(prepared, options);
    if (code === INTERRUPTED_CODE || (code !== DONE && !options.keepGoing)) return code;
    worst = Math.max(worst, code);
  }
  return worst;
}

/** Pages are imported only when they are asked for. */
async function serveLive(results: string, options: CommandOptions): Promise<OpenLive> {
  const { openLive } = await import("./live/open_live.ts");
  return await openLive(results, options);
}

function tellAddress(url: string, { json }: CommandOptions): void {
  if (json) console.log(JSON.stringify({ type: "live", url }));
  else console.error(`live: ${url}`);
}

async function runExperiment(
  prepared: PreparedExperiment,
  options: CommandOptions,
): Promise<number> {
  const startedAt = performance.now();
  const interruption = listenForInterruption();
  const write = makeWriter(Deno.stdout, interruption.interrupt);
  const progress = chooseProgress(options, interruption.interrupt);
  const notes = journalRun(prepared, options);
  const onEvent = (event: RunEvent) => {
    progress.onEvent(event);
    notes.note(event);
    if (options.json) write(`${JSON.stringify(thinEvent(event))}\n`);
  };
  const setting: RunSetting = { options, interruption, write, onEvent };
  onEvent({ type: "planned", stages: prepared.plan });
  let ended: Completion | null = null;
  try {
    ended = await complete(prepared, setting);
  } finally {
    notes.close(ended?.results ?? null, ended?.report != null);
    interruption.close();
    progress.close();
  }
  const { results } = ended;
  const { aborted: isInterrupted } = interruption.signal;
  const differences = options.compare ? await describeConflicts(prepared, results) : [];
  const elapsedMs = performance.now() - startedAt;
  const { viewName } = prepared;
  const ending = { ...ended, differences, viewName, isInterrupted, elapsedMs };
  return await tellEnding(ending, options, write);
}

/** Runs the stages and publishes what they found. An artifact that is found damaged then is computed again. */
async function complete(prepared: PreparedExperiment, setting: RunSetting): Promise<Completion> {
  let results = await bringUpToDate(prepared, setting);
  if (setting.options.only === undefined && results.some(({ status }) => status === "failed")) {
    results = await goAroundHoles(prepared, results, setting);
  }
  try {
    return { results, report: await publish(prepared, results, setting) };
  } catch (error) {
    if (!(error instanceof DamageError)) throw error;
    setting.onEvent({ type: "log", message: error.message });
    const { graph, store, viewName: experiment, fingerprints } = prepared;
    const plan = await planGraph(graph, { experiment, store, fingerprints });
    const options = { ...setting.options, rerun: false };
    return await complete({ ...prepared, plan }, { ...setting, options });
  }
}

async function bringUpToDate(
  prepared: PreparedExperiment,
  { options, interruption, onEvent }: RunSetting,
): Promise<StageResult[]> {
  const { graph, plan, store, project, viewName, fingerprints } = prepared;
  const waiting = plan.filter(({ status }) => status !== "cached" && status !== "skipped");
  const nodes = waiting.map(({ id }) => graph.byId.get(id)!);
  await verifyFiles(nodes);
  await checkDiskSpace(nodes, { kinds: STAGE_KINDS, folder: prepared.results });
  const needsEngine = waiting.some(({ kind }) => STAGE_KINDS[kind].permissions.ffi);
  const environment = needsEngine ? await chooseEnvironment(options, onEvent) : {};
  const gpuSlots = await countGpuSlots(environment);
  const running = runGraph(graph, plan, {
    experiment: viewName,
    store,
    fingerprints,
    project,
    kinds: limitPermissions(STAGE_KINDS, environment),
    executor: new LocalExecutor({ projectRoot: PROJECT_ROOT }),
    jobs: options.jobs,
    memoryMb: measureMemory().availableMb,
    ...(gpuSlots === undefined ? {} : { gpuSlots }),
    keepGoing: options.keepGoing,
    rerun: options.rerun,
    environment,
    host: describeHost(project.lockText),
    signal: interruption.signal,
    urgentSignal: interruption.urgentSignal,
    onEvent,
    ...(options.only === undefined ? {} : { only: options.only }),
  });
  // While stages run this process has time to load what publishes them.
  const loading = waiting.length > 0 ? import("./publish.ts") : null;
  const [results] = await Promise.all([running, loading]);
  return results;
}

/** After a failure: compares and reports the runs that have a result. */
async function goAroundHoles(
  prepared: PreparedExperiment,
  results: readonly StageResult[],
  setting: RunSetting,
): Promise<StageResult[]> {
  const { fillIn, leaveOutHoles } = await import("./leave_out_holes.ts");
  const smaller = await leaveOutHoles(prepared, results);
  if (smaller === null || setting.interruption.signal.aborted) return [...results];
  const options = { ...setting.options, rerun: false, keepGoing: true };
  return fillIn(results, await bringUpToDate(smaller, { ...setting, options }));
}

/** Publishing is imported only when there is something to publish, so that a run without work stays fast. */
async function publish(
  prepared: PreparedExperiment,
  results: readonly StageResult[],
  { options, interruption }: RunSetting,
): Promise<string | null> {
  const { isPublished } = await import("./published.ts");
  const view = { results: prepared.results, name: prepared.viewName };
  const published = await isPublished(view, results);
  if (published !== null) return published;
  if (results.find(({ id }) => id === "report")?.record == null) return null;
  const hold = await holdView(prepared.store, prepared.viewName, interruption.signal);
  if (hold === null) return null;
  try {
    const { publishView } = await import("./publish.ts");
    // Another runner may have published it before this one had the view.
    return await isPublished(view, results) ?? await publishView(prepared, results, options);
  } finally {
    hold.release();
  }
}

async function describeConflicts(
  { store }: PreparedExperiment,
  results: readonly StageResult[],
): Promise<string[]> {
  const differing = results.filter(({ conflict }) => conflict !== undefined);
  if (differing.length === 0) return [];
  const { describeConflict } = await import("./describe_conflict.ts");
  const lines: string[] = [];
  for (const result of differing) lines.push(...await describeConflict(store, result));
  return lines;
}

/** An event without what is for other readers: records, and pictures. */
function thinEvent(event: RunEvent): unknown {
  if (event.type === "stage-progress") {
    const { preview: _, ...progress } = event.progress;
    return { ...event, progress };
  }
  if (event.type !== "planned") return event;
  const stages = event.stages.map(({ id, kind, status, key, reason }) => ({
    id,
    kind,
    status,
    key,
    reason,
  }));
  return { type: "planned", stages };
}
