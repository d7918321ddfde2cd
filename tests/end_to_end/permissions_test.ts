import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import {
  DiskStore,
  type ExecutionResult,
  LocalExecutor,
  orderGraph,
  planGraph,
  readFingerprints,
  readProject,
  runGraph,
  type StageKind,
  type StageNode,
  type StagePermissions,
  type StageResult,
} from "../../pipeline/mod.ts";
import { locateMnist } from "../../src/datasets/mnist_files.ts";
import { expandExperiment, type Experiment, parseExperiment } from "../../src/experiment/mod.ts";
import { chooseEnvironment } from "../../src/commands/engine_environment.ts";
import { limitPermissions } from "../../src/commands/limit_permissions.ts";
import { PROJECT_ROOT } from "../../src/commands/places.ts";
import { STAGE_KINDS } from "../../src/stages/catalogue.ts";

const SMALL = { latentDim: 2, batchSize: 8, stepCount: 4 };
const RING: Experiment = parseExperiment({
  name: "ring",
  question: "What may a stage do?",
  dataset: { kind: "ring", trainCount: 200, testCount: 100 },
  seeds: [1],
  base: SMALL,
  variants: { vanilla: {} },
  evaluation: { sampleCount: 100, curveSampleCount: 100, every: 2 },
}, { file: "ring.ts" });
/** For the judge, which there is for images only. */
const MNIST: Experiment = parseExperiment({
  name: "images",
  question: "What may a stage do?",
  dataset: { kind: "mnist", size: 28 },
  seeds: [1],
  base: SMALL,
  variants: { vanilla: {} },
}, { file: "images.ts" });

const executor = new LocalExecutor({ projectRoot: PROJECT_ROOT });
/** The engine that there is; where there is no library, it is the portable one. */
const FOUND = await chooseEnvironment({ engine: "auto" }, () => {});
const PORTABLE = { ASSAY_ENGINE: "portable" };
const project = await readProject(join(PROJECT_ROOT, "deno.json"));

/** What stages run with. */
interface Setting {
  readonly store: DiskStore;
  readonly environment: Readonly<Record<string, string>>;
  readonly kinds: Readonly<Record<string, StageKind>>;
}

/** The stages of an experiment up to a kind, run. */
async function run(
  nodes: readonly StageNode[],
  { store, environment, kinds, only }: Setting & { readonly only: string },
): Promise<StageResult[]> {
  const graph = orderGraph(nodes, kinds);
  const fingerprints = await readFingerprints(Object.values(kinds), {
    project,
    cachePath: store.fingerprintsPath,
  });
  const setting = { experiment: "permissions", store, fingerprints, only };
  return await runGraph(graph, await planGraph(graph, setting), {
    ...setting,
    project,
    kinds,
    executor,
    jobs: 2,
    memoryMb: 100_000,
    keepGoing: false,
    environment,
    host: {},
    signal: new AbortController().signal,
    onEvent: () => {},
  });
}

/** Runs a stage by itself. */
async function submit(
  node: StageNode,
  { store, kind, environment, results }: Omit<Setting, "kinds"> & {
    readonly kind: StageKind;
    readonly results: readonly StageResult[];
  },
): Promise<ExecutionResult> {
  const attempt = await store.openAttempt("f".repeat(64));
  const inputs = Object.entries(node.inputs).map(([name, { stage, artifact }]) => {
    const { record } = results.find(({ id }) => id === stage)!;
    return [name, store.locate(record!.outputs[artifact].digest)];
  });
  const outputs = Object.entries(kind.outputs).map(([name, file]) => {
    return [name, join(attempt.folder, file)];
  });
  try {
    return await executor.submit(kind, {
      id: node.id,
      module: kind.module,
      params: node.params,
      inputs: Object.fromEntries(inputs),
      outputs: Object.fromEntries(outputs),
      environment,
      checkpointPath: attempt.checkpointPath,
    }, { folder: attempt.folder, onProgress: () => {} }).result;
  } finally {
    await attempt.close();
  }
}

Deno.test("each kind of stage needs each permission that it has, and does its work with no other", async (test) => {
  const results = await Deno.makeTempDir({ prefix: "permissions-" });
  const store = await DiskStore.open(results);
  const ring = expandExperiment(RING);
  const images = expandExperiment(MNIST, { mnistFiles: locateMnist() });
  for (const engine of ["tensorflow", "portable"]) {
    const environment = engine === "portable" ? PORTABLE : FOUND;
    const kinds = limitPermissions(STAGE_KINDS, environment);
    const setting = { store, environment, kinds };
    // Under other names, as an engine is no part of a key.
    const rename = (nodes: readonly StageNode[]) =>
      nodes.map((node) => ({ ...node, params: { ...node.params, engine } }));
    const ran = await run(rename(ring), { ...setting, only: "report" });
    assertEquals(ran.filter(({ record }) => record === null).map(({ reason }) => reason), []);
    // Images are for what has to do with the judge: it fails at once, or not for want of a permission.
    const prepared = await run(rename(images), { ...setting, only: "prepare-data" });
    const judge = images.find(({ kind }) => kind === "train-judge")!;
    const judged = images.find(({ id }) => id === "evaluate/reference")!;
    const cases: [StageNode, readonly StageResult[]][] = [
      ...ring.filter(({ kind }) => kind !== "evaluate").map((node) => {
        return [node, ran] as [StageNode, readonly StageResult[]];
      }),
      [judge, prepared],
      // Samples for a judge, which are never looked at where no engine opens.
      [{
        ...judged,
        inputs: { data: judge.inputs.data, judge: judge.inputs.data, samples: judge.inputs.data },
      }, prepared],
    ];
    for (const [node, inputs] of cases) {
      const { permissions } = kinds[node.kind];
      for (const name of Object.keys(permissions) as (keyof StagePermissions)[]) {
        await test.step(`${node.kind} without ${name}, ${engine}`, async () => {
          const { [name]: _, ...others } = permissions;
          const kind = { ...kinds[node.kind], permissions: others };
          const result = await submit(node, { store, kind, environment, results: inputs });
          assert(result.status === "failed", `it ends as ${result.status} without ${name}`);
          const wanted = name === "ffi" ? "Requires ffi access" : "Requires read access";
          assertStringIncludes(`${result.reason}\n${result.log}`, wanted);
        });
      }
    }
    if (FOUND.ASSAY_ENGINE === "portable") break;
  }
  await Deno.remove(results, { recursive: true });
});
