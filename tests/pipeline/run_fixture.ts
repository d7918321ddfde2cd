import { join } from "node:path";
import {
  DiskStore,
  LocalExecutor,
  orderGraph,
  planGraph,
  readFingerprints,
  readProject,
  type RunEvent,
  runGraph,
  type RunOptions,
  type StageKind,
  type StageNode,
  type StageResult,
} from "../../pipeline/mod.ts";

/** Folder of the project. */
export const ROOT = join(import.meta.dirname!, "../..");

/** The kinds of the tests' graphs. */
export function makeKinds(
  module = join(import.meta.dirname!, "fixtures/write_text.ts"),
): Record<string, StageKind> {
  const kind = (name: string): StageKind => ({
    kind: name,
    module: `file://${module}`,
    outputs: { text: "text.txt" },
    resources: { threads: 1, memoryMb: 100 },
    permissions: {},
  });
  return { first: kind("first"), middle: kind("middle"), last: kind("last") };
}

/** A stage that writes its text after those of the stages that it reads from. */
export function makeNode(id: string, params: StageNode["params"], ...from: string[]): StageNode {
  return {
    id,
    kind: id.split("/")[0],
    params,
    inputs: Object.fromEntries(from.map((stage) => [stage, { stage, artifact: "text" }])),
  };
}

/** first -> middle/a, middle/b -> last */
export function makeDiamond(texts: Partial<Record<string, StageNode["params"]>> = {}): StageNode[] {
  const paramsOf = (id: string) => texts[id] ?? { text: id };
  return [
    makeNode("first", paramsOf("first")),
    makeNode("middle/a", paramsOf("middle/a"), "first"),
    makeNode("middle/b", paramsOf("middle/b"), "first"),
    makeNode("last", paramsOf("last"), "middle/a", "middle/b"),
  ];
}

/** What a run of a test gave. */
export interface FixtureRun {
  readonly results: readonly StageResult[];
  readonly events: readonly RunEvent[];
  readonly store: DiskStore;
  /** `id status` of each stage. */
  readonly statuses: readonly string[];
  /** Text of the last stage, or null. */
  readonly text: string | null;
}

/** Runs a graph for real, in a results folder. */
export async function runFixture(
  results: string,
  nodes: readonly StageNode[],
  options: Partial<RunOptions> & { module?: string } = {},
): Promise<FixtureRun> {
  const kinds = makeKinds(options.module);
  const graph = orderGraph(nodes, kinds);
  const store = await DiskStore.open(results);
  const project = await readProject(join(ROOT, "deno.json"));
  const fingerprints = await readFingerprints(Object.values(kinds), {
    project,
    cachePath: store.fingerprintsPath,
  });
  const planning = {
    experiment: "test",
    store,
    fingerprints,
    ...(options.only === undefined ? {} : { only: options.only }),
    ...(options.rerun === undefined ? {} : { rerun: options.rerun }),
  };
  const plan = await planGraph(graph, planning);
  const events: RunEvent[] = [];
  const stages = await runGraph(graph, plan, {
    ...planning,
    kinds,
    executor: new LocalExecutor({ projectRoot: ROOT }),
    jobs: 2,
    memoryMb: 1000,
    keepGoing: false,
    environment: {},
    host: {},
    signal: new AbortController().signal,
    onEvent: (event) => events.push(event),
    ...options,
  });
  const last = stages[stages.length - 1].record;
  return {
    results: stages,
    events,
    store,
    statuses: stages.map(({ id, status }) => `${id} ${status}`),
    text: last === null ? null : await Deno.readTextFile(store.locate(last.outputs.text.digest)),
  };
}
