import { join } from "node:path";
import { DiskStore, type StageContext, type StageRecord } from "../../../pipeline/mod.ts";
import { expandExperiment, listRuns, type StageNode } from "../../experiment/mod.ts";
import { completeReport, type StageFacts } from "../../report/mod.ts";
import { run as compare } from "../../stages/compare.ts";
import { run as report } from "../../stages/report.ts";
import type { JournaledExperiment } from "../run/journal_run.ts";

/** What a report over a part of the runs is made of. */
export interface PartialReport {
  readonly results: string;
  readonly about: JournaledExperiment;
  /** Names of the runs to show, at least one. */
  readonly runs: readonly string[];
  /** Keys of the stages that have a result, by id. */
  readonly keys: Readonly<Record<string, string>>;
  /** How each stage stands that is no longer to be started. */
  readonly statuses: Readonly<Record<string, string>>;
}

/**
 * Renders the report over the runs that have ended, as the stages would that compare and report them, but into no store.
 *
 * @param part The runs, and where their results are.
 * @returns The page.
 * @throws {Error} If a result is not there.
 */
export async function renderPartialReport(part: PartialReport): Promise<string> {
  const { about: { experiment, mnistFiles }, runs } = part;
  const holes = listRuns(experiment).map(({ name }) => name).filter((name) => !runs.includes(name));
  const files = mnistFiles === undefined ? {} : { mnistFiles };
  const nodes = expandExperiment(experiment, { leaveOut: holes, ...files });
  const folder = await Deno.makeTempDir({ prefix: "assay-live-" });
  try {
    const records = await readRecords(part);
    const store = await DiskStore.open(part.results);
    const locate = (stage: string, artifact: string): string => {
      if (stage === "compare") return join(folder, artifact);
      const digest = records.get(stage)?.outputs[artifact]?.digest;
      if (digest === undefined) {
        throw new Error(`the artifact "${artifact}" of "${stage}" is not there`);
      }
      return store.locate(digest);
    };
    for (const [kind, run] of Object.entries({ compare, report })) {
      const node = nodes.find((node) => node.kind === kind)!;
      await run(makeContext(node, { folder, locate }));
    }
    const html = await Deno.readTextFile(join(folder, "report"));
    const all = expandExperiment(experiment, files);
    return await completeReport(html, {
      command: part.about.command,
      verifyCommand: part.about.verifyCommand,
      stages: all.map((node) => describeStage(node, part, records)),
      provenance: [],
    });
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

async function readRecords({ results, keys }: PartialReport): Promise<Map<string, StageRecord>> {
  const store = await DiskStore.open(results);
  const found = new Map<string, StageRecord>();
  for (const [id, key] of Object.entries(keys)) {
    const record = await store.readRecord(key);
    if (record !== null) found.set(id, record);
  }
  return found;
}

function makeContext<P>(
  { id, params, inputs }: StageNode,
  { folder, locate }: {
    readonly folder: string;
    readonly locate: (stage: string, artifact: string) => string;
  },
): StageContext<P> {
  return {
    id,
    params: params as P,
    inputs: Object.fromEntries(
      Object.entries(inputs).map(([name, { stage, artifact }]) => [name, locate(stage, artifact)]),
    ),
    environment: {},
    output: (artifact) => join(folder, artifact),
    checkpointPath: join(folder, "checkpoint"),
    progress: () => Promise.resolve(),
  };
}

function describeStage(
  { id, kind, inputs }: StageNode,
  { keys, statuses }: PartialReport,
  records: ReadonlyMap<string, StageRecord>,
): StageFacts {
  const record = records.get(id);
  return {
    id,
    kind,
    status: statuses[id] ?? "missing",
    elapsedMs: record?.elapsedMs ?? null,
    peakRssBytes: record?.peakRssBytes ?? null,
    dependsOn: [...new Set(Object.values(inputs).map(({ stage }) => stage))],
    key: keys[id] ?? null,
    ...(record === undefined ? {} : { startedAt: record.startedAt }),
  };
}
