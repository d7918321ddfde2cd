import { basename, dirname, join, relative } from "node:path";
import {
  checkDiskSpace,
  DamageError,
  describeHost,
  formatSeconds,
  INTERRUPTED,
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
import { type Interruption, listenForInterruption } from "./interruption.ts";
import { limitPermissions } from "./limit_permissions.ts";
import { makeWriter } from "./make_writer.ts";
import type { CommandOptions } from "./options.ts";
import { countStatuses, planCommand } from "./plan.ts";
import { PROJECT_ROOT } from "./places.ts";
import { type PreparedExperiment, prepareExperiment } from "./prepare.ts";
import { readVerdicts } from "./verdicts.ts";

/** Exit codes of a run. */
const DONE = 0;
const STAGE_FAILED = 1;
const INTERRUPTED_CODE = 130;

/** A run, and what it tells to whom. */
interface RunSetting {
  readonly options: CommandOptions;
  readonly interruption: Interruption;
  /** Writes to stdout. */
  readonly write: (text: string) => void;
  readonly onEvent: (event: RunEvent) => void;
}

/** How the stages ended, and the path of the report if there is one. */
interface Ending {
  readonly results: StageResult[];
  readonly report: string | null;
}

/** `run SPEC…`: brings experiments up to date, one after another, and publishes their reports. */
export async function runCommand(options: CommandOptions): Promise<number> {
  if (options.dryRun) return await planCommand(options);
  // Every spec is checked before any of them runs.
  const checked: PreparedExperiment[] = [];
  for (const spec of options.specs) checked.push(await prepareExperiment(spec, options));
  let worst = DONE;
  for (const [index, spec] of options.specs.entries()) {
    // What ran before may have changed where this one stands.
    const prepared = index === 0 ? checked[0] : await prepareExperiment(spec, options);
    const code = await runExperiment(prepared, options);
    if (code === INTERRUPTED_CODE || (code !== DONE && !options.keepGoing)) return code;
    worst = Math.max(worst, code);
  }
  return worst;
}

async function runExperiment(
  prepared: PreparedExperiment,
  options: CommandOptions,
): Promise<number> {
  const startedAt = performance.now();
  const interruption = listenForInterruption();
  const write = makeWriter(Deno.stdout, interruption.interrupt);
  const progress = chooseProgress(options, interruption.interrupt);
  const onEvent = (event: RunEvent) => {
    progress.onEvent(event);
    if (options.json) write(`${JSON.stringify(withoutRecords(event))}\n`);
  };
  const setting: RunSetting = { options, interruption, write, onEvent };
  onEvent({ type: "planned", stages: prepared.plan });
  let ended: Ending;
  try {
    ended = await complete(prepared, setting);
  } finally {
    interruption.close();
    progress.close();
  }
  const { results, report } = ended;
  if (report !== null && options.figures !== undefined) await exportFigures(report, options);
  if (report !== null && !options.quiet && !options.json) {
    for (const line of await readVerdicts(report)) console.error(line);
  }
  const differences = options.compare ? await describeConflicts(prepared, results) : [];
  const elapsedMs = performance.now() - startedAt;
  return tell(results, { report, differences, setting, prepared, elapsedMs });
}

/** Runs the stages and publishes what they found. An artifact that is found damaged then is computed again. */
async function complete(prepared: PreparedExperiment, setting: RunSetting): Promise<Ending> {
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
  return await runGraph(graph, plan, {
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
  { options }: RunSetting,
): Promise<string | null> {
  const { isPublished } = await import("./published.ts");
  const view = { results: prepared.results, name: prepared.viewName };
  const published = await isPublished(view, results);
  if (published !== null) return published;
  if (results.find(({ id }) => id === "report")?.record == null) return null;
  const { publishView } = await import("./publish.ts");
  return await publishView(prepared, results, options);
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

/** Figures of several experiments go into a folder each. */
async function exportFigures(
  report: string,
  { figures, specs, quiet }: CommandOptions,
): Promise<void> {
  const { writeFigures } = await import("./write_figures.ts");
  const folder = specs.length === 1 ? figures! : join(figures!, basename(dirname(report)));
  const { svg, png, hasBrowser } = await writeFigures(report, folder);
  if (quiet) return;
  const reason = hasBrowser ? "" : "; charts as PNG need Chromium on PATH";
  console.error(`figures: ${svg} SVG and ${png} PNG in ${shortenPath(folder)}${reason}`);
}

function tell(
  results: readonly StageResult[],
  { report, differences, setting, prepared, elapsedMs }: {
    report: string | null;
    /** What was found not to be reproducible. */
    differences: readonly string[];
    setting: RunSetting;
    prepared: PreparedExperiment;
    elapsedMs: number;
  },
): number {
  const { options, write } = setting;
  const counts = countStatuses(results);
  const [cached, failed] = [counts.cached ?? 0, counts.failed ?? 0];
  const ran = (counts.done ?? 0) + (counts.diverged ?? 0);
  if (options.json) {
    const compared = options.compare ? { differences } : {};
    const finished = { type: "finished", ran, cached, failed, report, elapsedMs, ...compared };
    write(`${JSON.stringify(finished)}\n`);
  } else {
    const summary = Object.entries(counts).map(([status, count]) => `${count} ${status}`).join(
      ", ",
    );
    if (!options.quiet) {
      console.error(`${prepared.viewName}: ${summary} in ${formatSeconds(elapsedMs)}`);
      if (options.compare && differences.length === 0) {
        console.error(`${ran} stages were computed again: all artifacts are the same, bit for bit`);
      }
    }
    for (const { status, reason } of results) if (status === "failed") console.error(reason);
    for (const line of differences) console.error(line);
    if (report !== null) write(`${shortenPath(report)}\n`);
  }
  if (results.some(({ reason }) => reason === INTERRUPTED)) return INTERRUPTED_CODE;
  return failed > 0 || differences.length > 0 ? STAGE_FAILED : DONE;
}

/** Relative to where the user is, unless that leads upwards. */
function shortenPath(path: string): string {
  const short = relative(Deno.env.get("INIT_CWD") ?? Deno.cwd(), path);
  return short.startsWith("..") ? path : short;
}

function withoutRecords(event: RunEvent): unknown {
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
