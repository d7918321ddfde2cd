import type { JsonObject, StageRecord, StageResult } from "../../pipeline/mod.ts";
import type { Compilation } from "../engine/engine.ts";

/** A fact for the report's provenance. */
interface Fact {
  readonly label: string;
  readonly value: string;
}

/** Every engine that computed a stage, each once. */
export function listEngines(results: readonly StageResult[]): JsonObject[] {
  const engines = listRecords(results)
    .flatMap(({ facts }) => facts.engine === undefined ? [] : [JSON.stringify(facts.engine)]);
  return [...new Set(engines)].map((engine) => JSON.parse(engine));
}

/**
 * What computed the results: engines, machines, versions, packages, and when.
 *
 * @param results The stages.
 * @param named Packages that the project names itself; the lock file's digest stands for those that these bring along.
 */
export function describeProvenance(
  results: readonly StageResult[],
  named: readonly string[],
): Fact[] {
  const records = listRecords(results);
  const hosts = unique(
    records.map(({ host }) =>
      `${host.processor}, ${host.cores} cores, ${host.os} ${host.architecture}`
    ),
  );
  const versions = unique(records.map(({ host }) => `Deno ${host.deno}, V8 ${host.v8}`));
  const locks = unique(records.map(({ host }) => String(host.lockDigest)));
  const packages = unique(records.flatMap((record) => record.packages).map(withoutPeers))
    .filter((entry) => named.includes(entry.slice(0, entry.indexOf("@", 1)))).sort();
  const dates = records.map(({ startedAt }) => startedAt).sort();
  return [
    ...listEngines(results).map(({ name, version, device, threads, gpu, flags }) => ({
      label: "Engine",
      value: `${name}, ${name === "portable" ? "tfjs-backend-wasm" : "libtensorflow"} ${version}, ${
        gpu === undefined ? device : describeGpu(gpu as JsonObject, flags as string[])
      }, ${threads} thread a stage`,
    })),
    ...describeCaptures(records),
    { label: "Computed on", value: hosts.join("; ") },
    { label: "Runtime", value: versions.join("; ") },
    { label: "Packages", value: packages.join(", ") },
    { label: "Lock file", value: `SHA-256 ${locks.join(", ")}` },
    { label: "Started", value: `${dates[0]} to ${dates[dates.length - 1]}` },
    { label: "Records", value: `${records.length}, in results/.store/records/` },
  ];
}

/** Which steps ran captured and how, and what that cost the run that paid most. */
function describeCaptures(records: readonly StageRecord[]): Fact[] {
  const captures = records.map(({ facts }) => (facts.captures ?? []) as unknown as Compilation[]);
  const steps = unique(
    captures.flat().map(({ step, mode, note }) =>
      `${step} ${mode === "xla" ? "by XLA" : "as a graph"}${note === undefined ? "" : ` (${note})`}`
    ),
  ).sort();
  if (steps.length === 0) return [];
  const costs = captures.map((list) =>
    list.reduce((sum, { captureMs, firstCallMs }) => sum + captureMs + firstCallMs, 0)
  );
  const seconds = (Math.max(...costs) / 1000).toFixed(1);
  return [{
    label: "Captured steps",
    value: `${steps.join(", ")}; at most ${seconds} s a stage to capture and compile`,
  }];
}

function describeGpu(gpu: JsonObject, flags: readonly string[]): string {
  return `${gpu.name} (driver ${gpu.driver}, CUDA ${gpu.cuda}; ${flags.join(", ")})`;
}

/** `name@version` without the peers that a lock file appends: `@tensorflow/tfjs@4.22.0_seedrandom@3.0.5`. */
function withoutPeers(entry: string): string {
  const version = entry.indexOf("@", 1);
  return entry.slice(0, version) + entry.slice(version).split("_")[0];
}

function listRecords(results: readonly StageResult[]): StageRecord[] {
  return results.flatMap(({ record }) => record === null ? [] : [record]);
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
