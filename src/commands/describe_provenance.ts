import type { JsonObject, StageRecord, StageResult } from "../../pipeline/mod.ts";
import type { Compilation } from "../engine/engine.ts";
import type { Fact, FactPartName } from "../report/report_data.ts";
import type { Statement } from "../statements/statement.ts";

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
      JSON.stringify({
        processor: host.processor,
        cores: host.cores,
        system: `${host.os} ${host.architecture}`,
      })
    ),
  );
  const versions = unique(records.map(({ host }) => `Deno ${host.deno}, V8 ${host.v8}`));
  const locks = unique(records.map(({ host }) => String(host.lockDigest)));
  const packages = unique(records.flatMap((record) => record.packages).map(withoutPeers))
    .filter((entry) => named.includes(entry.slice(0, entry.indexOf("@", 1)))).sort();
  const dates = records.map(({ startedAt }) => startedAt).sort();
  const count = records.length;
  return [
    ...listEngines(results).map(describeEngine),
    ...describeCaptures(records),
    {
      label: "provenance.hosts",
      value: hosts.map((host) => ({ says: "fact.host", values: JSON.parse(host) })),
    },
    { label: "provenance.runtime", value: versions.join("; ") },
    { label: "provenance.packages", value: packages.join(", ") },
    { label: "provenance.lock_file", value: `SHA-256 ${locks.join(", ")}` },
    {
      label: "provenance.started",
      value: [{
        says: "fact.range",
        values: { first: dates[0] ?? "–", last: dates[count - 1] ?? "–" },
      }],
    },
    {
      label: "provenance.records",
      value: [{ says: "fact.records", values: { count, folder: "results/.store/records/" } }],
    },
  ];
}

function describeEngine({ name, version, device, threads, gpu, flags }: JsonObject): Fact {
  return {
    label: "provenance.engine",
    value: [{
      says: "fact.engine",
      values: {
        name: String(name),
        library: name === "portable" ? "tfjs-backend-wasm" : "libtensorflow",
        version: String(version),
        device: gpu === undefined
          ? String(device)
          : describeGpu(gpu as JsonObject, flags as string[]),
        threads: Number(threads),
      },
    }],
  };
}

/** Which steps ran captured and how, and what that cost the run that paid most. */
function describeCaptures(records: readonly StageRecord[]): Fact[] {
  const captures = records.map(({ facts }) => (facts.captures ?? []) as unknown as Compilation[]);
  const steps = unique(
    captures.flat().map(({ step, mode, note }) => JSON.stringify([step, mode, note ?? null])),
  ).sort().map((one): Statement<FactPartName> => {
    const [step, mode, note] = JSON.parse(one);
    return {
      says: mode === "xla" ? "fact.by_xla" : "fact.as_graph",
      values: { step, note: note === null ? "" : ` (${note})` },
    };
  });
  if (steps.length === 0) return [];
  const costs = captures.map((list) =>
    list.reduce((sum, { captureMs, firstCallMs }) => sum + captureMs + firstCallMs, 0)
  );
  const seconds = Number((Math.max(...costs) / 1000).toFixed(1));
  return [{
    label: "provenance.captured",
    value: [...steps, { says: "fact.capture_cost", values: { seconds } }],
  }];
}

function describeGpu(gpu: JsonObject, flags: readonly string[]): Statement<FactPartName> {
  const { name, driver, cuda } = gpu;
  return {
    says: "fact.gpu",
    values: {
      name: String(name),
      driver: String(driver),
      cuda: String(cuda),
      flags: flags.join(", "),
    },
  };
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
