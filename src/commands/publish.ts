import { dirname, join } from "node:path";
import {
  digestFile,
  listDependencies,
  type StageResult,
  withEnvironment,
} from "../../pipeline/mod.ts";
import { completeReport } from "../report/complete_report.ts";
import type { Comparison, RunFacts } from "../report/report_data.ts";
import { writeFact } from "../report/text/write_fact.ts";
import { readPaces } from "./read_paces.ts";
import { describeCommand } from "./describe_command.ts";
import { describeProvenance, listEngines } from "./describe_provenance.ts";
import type { CommandOptions } from "./options.ts";
import { publishOverview } from "./overview/publish_overview.ts";
import type { PreparedExperiment } from "./prepare.ts";
import { TABLE_FILES, writeTables } from "./write_tables.ts";
import { listKeys, PROVENANCE_FILE, REPORT_FILE } from "./published.ts";
import { summarizeExperiment } from "./summary.ts";

/** Artifacts that each run's folder shows, by kind of stage. */
const RUN_ARTIFACTS: Readonly<Record<string, readonly string[]>> = {
  "train-gan": ["history", "outcome", "timing"],
  "select-checkpoint": ["choice"],
  "evaluate": ["evaluation"],
};

/**
 * Writes the view of an experiment: report, summary, metrics, provenance, and a folder for each run; and the page that
 * lists all views. All of it comes from the store and can be deleted. Nobody else may write it meanwhile.
 *
 * @returns Path of the report.
 * @throws {EnvironmentError} If the folder cannot be written.
 */
export async function publishView(
  prepared: PreparedExperiment,
  results: readonly StageResult[],
  options: CommandOptions,
): Promise<string> {
  const folder = join(prepared.results, prepared.viewName);
  return await withEnvironment(
    `write the view "${folder}"`,
    () => writeView(folder, prepared, { results, options }),
  );
}

async function writeView(
  folder: string,
  prepared: PreparedExperiment,
  { results, options }: {
    readonly results: readonly StageResult[];
    readonly options: CommandOptions;
  },
): Promise<string> {
  // First: without it, what an attempt that is cut off leaves counts as published by nobody.
  for (const stale of [PROVENANCE_FILE, "runs"]) {
    await Deno.remove(join(folder, stale), { recursive: true }).catch(() => {});
  }
  const byId = new Map(results.map((result) => [result.id, result]));
  const read = (id: string, artifact: string) => readArtifact(prepared, byId.get(id)!, artifact);

  for (const result of results) {
    const run = result.id.slice(result.kind.length + 1);
    for (const artifact of RUN_ARTIFACTS[result.kind] ?? []) {
      if (result.record === null || run === "reference") continue;
      await copyArtifact(prepared, result, artifact, join(folder, "runs", run));
    }
  }
  const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  const comparison: Comparison = JSON.parse(decode(await read("compare", "comparison")));
  const summary = JSON.stringify(summarizeExperiment(comparison, listEngines(results)), null, 1);
  await write(join(folder, "summary.json"), summary);
  const metrics = await read("compare", "metrics");
  await write(join(folder, "metrics.csv"), metrics);
  await writeTables(folder, decode(metrics), { results, read });

  const facts = collectFacts(prepared, results, options);
  const html = decode(await read("report", "report"));
  const report = join(folder, REPORT_FILE);
  const paces = await readPaces(results, read);
  const variants = Object.keys(comparison.variants);
  await write(report, await completeReport(html, { ...facts, variants, paces }));
  // Last: with it, the view counts as published.
  const files = await digestFiles(folder);
  const provenance = {
    experiment: prepared.viewName,
    keys: listKeys(results),
    files,
    ...facts,
    provenance: facts.provenance.map(writeFact),
  };
  await write(join(folder, PROVENANCE_FILE), JSON.stringify(provenance, null, 1));
  await publishOverview(prepared.results);
  return report;
}

/** Copies an artifact into a folder as it is verified, whatever its size. */
async function copyArtifact(
  { store }: PreparedExperiment,
  { record }: StageResult,
  artifact: string,
  folder: string,
): Promise<void> {
  const stored = record!.outputs[artifact];
  const path = join(folder, stored.file);
  await Deno.mkdir(folder, { recursive: true });
  await store.verify(stored, record!.key, { copyTo: `${path}.new` });
  await Deno.rename(`${path}.new`, path);
}

async function readArtifact(
  prepared: PreparedExperiment,
  result: StageResult,
  artifact: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const stored = result.record!.outputs[artifact];
  await prepared.store.verify(stored, result.record!.key);
  return await Deno.readFile(prepared.store.locate(stored.digest));
}

/** SHA-256 of the files of a view by path in it, which `verify` reads again. */
async function digestFiles(folder: string): Promise<Record<string, string>> {
  const paths = [REPORT_FILE, "summary.json", "metrics.csv", ...TABLE_FILES];
  const runs = await Array.fromAsync(Deno.readDir(join(folder, "runs"))).catch(() => []);
  for (const run of runs) {
    for await (const seed of Deno.readDir(join(folder, "runs", run.name))) {
      for await (const file of Deno.readDir(join(folder, "runs", run.name, seed.name))) {
        paths.push(`runs/${run.name}/${seed.name}/${file.name}`);
      }
    }
  }
  const entries = paths.sort().map(async (path) => {
    return [path, (await digestFile(join(folder, path))).digest];
  });
  return Object.fromEntries(await Promise.all(entries));
}

async function write(path: string, contents: string | Uint8Array): Promise<void> {
  await Deno.mkdir(dirname(path), { recursive: true });
  const draft = `${path}.new`;
  if (typeof contents === "string") await Deno.writeTextFile(draft, contents);
  else await Deno.writeFile(draft, contents);
  await Deno.rename(draft, path);
}

function collectFacts(
  prepared: PreparedExperiment,
  results: readonly StageResult[],
  options: CommandOptions,
): RunFacts {
  return {
    ...describeCommand(options),
    stages: results.map(({ id, kind, status, reason, record }) => ({
      id,
      kind,
      status,
      elapsedMs: record?.elapsedMs ?? null,
      peakRssBytes: record?.peakRssBytes ?? null,
      dependsOn: listDependencies(prepared.graph.byId.get(id)!),
      key: record?.key ?? null,
      ...(record === null ? {} : { startedAt: record.startedAt }),
      ...(record === null || status === "diverged" ? { message: reason } : {}),
    })),
    provenance: describeProvenance(results, Object.keys(prepared.project.imports)),
  };
}
