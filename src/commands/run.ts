import { relative } from "node:path";
import {
  checkDiskSpace,
  describeHost,
  formatSeconds,
  INTERRUPTED,
  LocalExecutor,
  makePlainProgress,
  makeTerminalProgress,
  measureMemory,
  type ProgressWriter,
  type RunEvent,
  runGraph,
  type StageResult,
  verifyFiles,
} from "../../pipeline/mod.ts";
import { STAGE_KINDS } from "../stages/catalogue.ts";
import { countGpuSlots } from "./count_gpu_slots.ts";
import { chooseEnvironment } from "./engine_environment.ts";
import type { CommandOptions } from "./options.ts";
import { countStatuses, planCommand } from "./plan.ts";
import { PROJECT_ROOT } from "./places.ts";
import { type PreparedExperiment, prepareExperiment } from "./prepare.ts";
import { readVerdicts } from "./verdicts.ts";

/** Exit codes of a run. */
const DONE = 0;
const STAGE_FAILED = 1;
const INTERRUPTED_CODE = 130;

/** `run SPEC…`: brings experiments up to date, one after another, and publishes their reports. */
export async function runCommand(options: CommandOptions): Promise<number> {
  if (options.dryRun) return await planCommand(options);
  // Every spec is checked before any of them runs.
  const checked: PreparedExperiment[] = [];
  for (const spec of options.specs) checked.push(await prepareExperiment(spec, options));
  for (const [index, spec] of options.specs.entries()) {
    // What ran before may have changed where this one stands.
    const prepared = index === 0 ? checked[0] : await prepareExperiment(spec, options);
    const code = await runExperiment(prepared, options);
    if (code === INTERRUPTED_CODE || (code !== DONE && !options.keepGoing)) return code;
  }
  return DONE;
}

async function runExperiment(
  prepared: PreparedExperiment,
  options: CommandOptions,
): Promise<number> {
  const startedAt = performance.now();
  const progress = chooseProgress(options);
  const onEvent = (event: RunEvent) => {
    progress.onEvent(event);
    if (options.json) console.log(JSON.stringify(withoutRecords(event)));
  };
  onEvent({ type: "planned", stages: prepared.plan });
  const interruption = listenForInterruption();
  let results: readonly StageResult[];
  try {
    results = await bringUpToDate(prepared, options, {
      onEvent,
      signal: interruption.signal,
    });
  } finally {
    interruption.close();
    progress.close();
  }
  const report = await publish(prepared, results, options);
  if (report !== null && !options.quiet && !options.json) {
    for (const line of await readVerdicts(report)) console.error(line);
  }
  return tell(results, { report, options, prepared, elapsedMs: performance.now() - startedAt });
}

async function bringUpToDate(
  prepared: PreparedExperiment,
  options: CommandOptions,
  { onEvent, signal }: { onEvent: (event: RunEvent) => void; signal: AbortSignal },
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
    kinds: STAGE_KINDS,
    executor: new LocalExecutor({ projectRoot: PROJECT_ROOT }),
    jobs: options.jobs,
    memoryMb: measureMemory().availableMb,
    ...(gpuSlots === undefined ? {} : { gpuSlots }),
    keepGoing: options.keepGoing,
    rerun: options.rerun,
    environment,
    host: describeHost(project.lockText),
    signal,
    onEvent,
    ...(options.only === undefined ? {} : { only: options.only }),
  });
}

/** Publishing is imported only when there is something to publish, so that a run without work stays fast. */
async function publish(
  prepared: PreparedExperiment,
  results: readonly StageResult[],
  options: CommandOptions,
): Promise<string | null> {
  const { isPublished } = await import("./published.ts");
  const view = { results: prepared.results, name: prepared.viewName };
  const published = await isPublished(view, results);
  if (published !== null) return published;
  if (results.find(({ id }) => id === "report")?.record == null) return null;
  const { publishView } = await import("./publish.ts");
  return await publishView(prepared, results, options);
}

function tell(
  results: readonly StageResult[],
  { report, options, prepared, elapsedMs }: {
    report: string | null;
    options: CommandOptions;
    prepared: PreparedExperiment;
    elapsedMs: number;
  },
): number {
  const counts = countStatuses(results);
  const [cached, failed] = [counts.cached ?? 0, counts.failed ?? 0];
  const ran = (counts.done ?? 0) + (counts.diverged ?? 0);
  if (options.json) {
    console.log(JSON.stringify({ type: "finished", ran, cached, failed, report, elapsedMs }));
  } else {
    const summary = Object.entries(counts).map(([status, count]) => `${count} ${status}`).join(
      ", ",
    );
    if (!options.quiet) {
      console.error(`${prepared.viewName}: ${summary} in ${formatSeconds(elapsedMs)}`);
    }
    for (const { status, reason } of results) if (status === "failed") console.error(reason);
    if (report !== null) console.log(shortenPath(report));
  }
  if (results.some(({ reason }) => reason === INTERRUPTED)) return INTERRUPTED_CODE;
  return failed > 0 ? STAGE_FAILED : DONE;
}

/** Relative to where the user is, unless that leads upwards. */
function shortenPath(path: string): string {
  const short = relative(Deno.env.get("INIT_CWD") ?? Deno.cwd(), path);
  return short.startsWith("..") ? path : short;
}

function chooseProgress(options: CommandOptions): ProgressWriter {
  if (options.quiet) return { onEvent: () => {}, close: () => {} };
  const write = (text: string) => void Deno.stderr.writeSync(new TextEncoder().encode(text));
  const isTerminal = Deno.stderr.isTerminal() && options.progress && !Deno.env.has("CI");
  return isTerminal
    ? makeTerminalProgress(write, () => Deno.consoleSize().columns)
    : makePlainProgress(write);
}

/** Ctrl-C once stops the stages and keeps their checkpoints; twice ends at once. */
function listenForInterruption(): { signal: AbortSignal; close: () => void } {
  const controller = new AbortController();
  const onSignal = () => {
    if (controller.signal.aborted) Deno.exit(INTERRUPTED_CODE);
    controller.abort();
  };
  const signals: Deno.Signal[] = Deno.build.os === "windows"
    ? ["SIGINT"]
    : ["SIGINT", "SIGTERM", "SIGHUP"];
  for (const signal of signals) Deno.addSignalListener(signal, onSignal);
  return {
    signal: controller.signal,
    close: () => signals.forEach((signal) => Deno.removeSignalListener(signal, onSignal)),
  };
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
