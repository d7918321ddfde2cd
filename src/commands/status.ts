import { findSpecs } from "./find_specs.ts";
import { alignTable } from "./align_table.ts";
import { formatSize } from "./format_size.ts";
import { listViews } from "./list_views.ts";
import { type OpenResults, openResults } from "./open_results.ts";
import { parseOptions } from "./options.ts";
import { resolveTyped } from "./places.ts";
import { countStatuses } from "./plan.ts";
import { prepareExperiment } from "./prepare.ts";
import { countColumns } from "./count_columns.ts";
import { describeRuns, formatRuns } from "./status/describe_runs.ts";
import { listJournals } from "./status/list_journals.ts";
import { listRunning } from "./status/list_running.ts";
import { formatToolHelp, parseToolLine, type ToolDescription } from "./tool_options.ts";

const DONE = 0;
const NEWEST = 5;

const STATUS: ToolDescription = {
  verb: "status",
  summary: "says where every experiment stands, what is running, and what the store holds",
  operands: { names: "[SPEC…]", least: 0, most: 100 },
  options: {
    results: { value: "DIR", help: "folder of artifacts and reports (default: results/)" },
    json: { help: "one JSON object on stdout: {experiments, runs, running, newest, sizes}" },
    help: { help: "this text" },
  },
  examples: ["deno task status", "deno task status ~/specs/mine.ts --json"],
  exitCodes: "0 told, 2 usage error, 3 no results",
};

/** Where one experiment stands. */
interface ExperimentStatus {
  readonly experiment: string;
  /** Path of its spec; absent if it is known by its view alone. */
  readonly spec?: string;
  /** How many stages have each status. */
  readonly stages: Readonly<Record<string, number>>;
  readonly isPublished: boolean;
  /** Why its spec cannot be planned. */
  readonly problem?: string;
}

/** `status [SPEC…]`: where things stand. */
export async function statusCommand(args: readonly string[]): Promise<number> {
  const { options, operands } = parseToolLine(STATUS, args);
  if (options.help) {
    console.log(formatToolHelp(STATUS));
    return DONE;
  }
  const results = await openResults(options.results as string | undefined);
  const ids = new Map<string, string>();
  const experiments = await listExperiments(results, operands.map(resolveTyped), ids);
  const running = (await listRunning(results.folder)).map(({ key, startedAt }) => {
    return { stage: ids.get(key) ?? "of no spec here", key, startedAt };
  });
  const newest = [...results.records.values()]
    .sort((left, right) => left.startedAt < right.startedAt ? 1 : -1).slice(0, NEWEST)
    .map(({ id, experiment, outcome, startedAt, elapsedMs }) => {
      return { stage: `${experiment}/${id}`, outcome, startedAt, elapsedMs };
    });
  const sizes = measure(results);
  const journals = listJournals(results.folder);
  if (options.json) {
    const runs = describeRuns(journals, Date.now());
    console.log(JSON.stringify({ experiments, runs, running, newest, sizes }));
    return DONE;
  }
  const lines = [
    ...alignTable(experiments.map((one) => [one.experiment, describe(one)])),
    "",
    ...(running.length === 0 ? ["Nothing is running"] : [
      "Running",
      ...alignTable(
        running.map(({ stage, startedAt }) => ["", stage, `since ${startedAt}`]),
      ),
    ]),
    ...formatRuns(journals, { now: Date.now(), columns: countColumns() }),
    ...(newest.length === 0 ? [] : [
      "Newest records",
      ...alignTable(
        newest.map(({ stage, outcome, startedAt, elapsedMs }) => [
          "",
          stage,
          outcome,
          `${(elapsedMs / 1000).toFixed(1)} s`,
          startedAt,
        ]),
      ),
    ]),
    `Store: ${
      Object.entries(sizes).map(([place, { count, sizeBytes }]) =>
        `${count} ${place} (${formatSize(sizeBytes)})`
      ).join(", ")
    }`,
  ];
  console.log(lines.join("\n"));
  return DONE;
}

/** Plans every spec, and those of its presets that were ever run; `ids` gets the stage of each key. */
async function listExperiments(
  results: OpenResults,
  given: readonly string[],
  ids: Map<string, string>,
): Promise<ExperimentStatus[]> {
  const { specs, broken } = await findSpecs(given);
  const { views } = await listViews(results.folder);
  const isPublished = (name: string) => views.some((view) => view.name === name);
  const found: ExperimentStatus[] = [];
  for (const { path, settings } of specs) {
    for (const { viewName: experiment, preset, line } of settings) {
      const wasRun = isPublished(experiment) || results.indexes[experiment] !== undefined;
      if (preset !== undefined && !wasRun) continue;
      const about = { experiment, spec: path, isPublished: isPublished(experiment) };
      try {
        const options = parseOptions([...line, "--dry-run", "--results", results.folder]);
        const { plan } = await prepareExperiment(path, options);
        for (const { id, key } of plan) if (key !== null) ids.set(key, `${experiment}/${id}`);
        found.push({ ...about, stages: countStatuses(plan) });
      } catch (error) {
        found.push({ ...about, stages: {}, problem: (error as Error).message });
      }
    }
  }
  for (const { path, reason } of broken) {
    found.push({ experiment: path, spec: path, stages: {}, isPublished: false, problem: reason });
  }
  const known = new Set(found.map(({ experiment }) => experiment));
  for (const { name, keys } of views.filter(({ name }) => !known.has(name))) {
    const there = Object.values(keys).filter((key) => key !== null && results.records.has(key));
    const missing = Object.keys(keys).length - there.length;
    const stages = { cached: there.length, ...(missing === 0 ? {} : { missing }) };
    found.push({ experiment: name, stages, isPublished: true });
  }
  return found;
}

function describe({ stages, isPublished, spec, problem }: ExperimentStatus): string {
  if (problem !== undefined) return problem.split("\n")[0];
  const counts = Object.entries(stages).map(([status, count]) => `${count} ${status}`).join(", ");
  const report = isPublished ? "report published" : "no report yet";
  return `${counts}; ${report}${spec === undefined ? "; its spec is not in experiments/" : ""}`;
}

/** Count and size of the store's files by what they are. */
function measure({ files }: OpenResults) {
  const names = { object: "artifacts", record: "records", checkpoint: "checkpoints" } as const;
  const rest = { quarantined: "in quarantine", failure: "failures" } as const;
  const sizes: Record<string, { count: number; sizeBytes: number }> = {};
  for (const [place, name] of Object.entries({ ...names, ...rest })) {
    const found = files.filter((file) => file.place === place);
    if (found.length === 0 && !(place in names)) continue;
    const sizeBytes = found.reduce((sum, file) => sum + file.sizeBytes, 0);
    sizes[name] = { count: found.length, sizeBytes };
  }
  return sizes;
}
