import { join } from "node:path";
import type { Executor } from "../../../pipeline/executor/executor.ts";
import { orderGraph } from "../../../pipeline/graph.ts";
import { planGraph } from "../../../pipeline/plan.ts";
import { readProject } from "../../../pipeline/project.ts";
import { runGraph } from "../../../pipeline/run.ts";
import type { StageResult } from "../../../pipeline/run_state.ts";
import type { StageKind, StageNode } from "../../../pipeline/stage.ts";
import { DiskStore } from "../../../pipeline/store/disk_store.ts";
import type { FileSystem } from "../../../pipeline/store/file_system.ts";
import type { Store } from "../../../pipeline/store/store.ts";

/** Where a model's store is. */
export const MODEL_RESULTS = "/results";

const PROJECT = await readProject(join(import.meta.dirname!, "project.json"));

function makeKind(kind: string): StageKind {
  return {
    kind,
    module: "file:///model.ts",
    outputs: { number: "number.txt", note: "note.txt" },
    resources: { threads: 1, memoryMb: 1 },
    permissions: {},
  };
}

const KINDS = { add: makeKind("add") };
const FINGERPRINTS = { add: { digest: "code", sources: {}, packages: [] } };

function makeSum(id: string, own: number, ...from: string[]): StageNode {
  const inputs = from.map((stage) => [stage, { stage, artifact: "number" }]);
  return { id, kind: "add", params: { own }, inputs: Object.fromEntries(inputs) };
}

/** Four stages, of which each of the last two reads from others. */
export const MODEL_STAGES: readonly StageNode[] = [
  makeSum("a", 1),
  makeSum("b", 20),
  makeSum("c", 300, "a", "b"),
  makeSum("d", 4000, "c"),
];

/** Does a stage's work in this process, with text that a file system gives and takes. */
function makeModelExecutor(
  fs: FileSystem,
  writeText: (path: string, text: string) => void,
): Executor {
  return {
    submit: (_, { params, inputs, outputs }) => {
      const numbers = Object.values(inputs).map((path) => Number(fs.readText(path)));
      const sum = numbers.reduce((left, right) => left + right, Number(params.own));
      writeText(outputs.number, String(sum));
      writeText(outputs.note, `The sum of ${1 + numbers.length} numbers`);
      const value = { facts: { sum } };
      return {
        result: Promise.resolve({ status: "done", value, peakRssBytes: 0 } as const),
        stop: () => {},
        kill: () => {},
      };
    },
  };
}

/** What a run of the model's stages is made with. */
export interface ModelRunOptions {
  /** What the store asks. */
  readonly fileSystem: FileSystem;
  /** What a stage writes with: it does not ask the store. */
  readonly writeText: (path: string, text: string) => void;
  readonly results?: string;
  /** Unless given, that of the results folder. */
  readonly store?: Store;
  readonly stages?: readonly StageNode[];
}

/** Runs {@linkcode MODEL_STAGES} as the runner does, with stages that are functions. */
export async function runModel(options: ModelRunOptions): Promise<StageResult[]> {
  const { fileSystem, writeText, results = MODEL_RESULTS, stages = MODEL_STAGES } = options;
  const store = options.store ?? await DiskStore.open(results, { fileSystem, patienceMs: 0 });
  const setting = { experiment: "model", store, fingerprints: FINGERPRINTS };
  const graph = orderGraph(stages, KINDS);
  return await runGraph(graph, await planGraph(graph, setting), {
    ...setting,
    kinds: KINDS,
    project: PROJECT,
    executor: makeModelExecutor(fileSystem, writeText),
    jobs: 1,
    memoryMb: 10,
    keepGoing: false,
    environment: {},
    host: {},
    signal: new AbortController().signal,
    onEvent: () => {},
  });
}

/** Digests of all artifacts by stage. */
export function listDigests(results: readonly StageResult[]): Record<string, string[]> {
  return Object.fromEntries(results.map(({ id, record }) => {
    return [id, Object.values(record?.outputs ?? {}).map(({ digest }) => digest)];
  }));
}
