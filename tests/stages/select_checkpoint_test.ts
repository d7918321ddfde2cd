import { assertEquals, assertNotEquals } from "@std/assert";
import { join } from "node:path";
import type { StageContext } from "../../pipeline/stage.ts";
import { prepareMixture } from "../../src/datasets/prepare_mixture.ts";
import type { SafetensorsFile, StoredTensor } from "../../src/formats/safetensors.ts";
import { writeSafetensors } from "../../src/formats/write_safetensors.ts";
import { makeGenerator } from "../../src/networks/generator.ts";
import { run as holdOut } from "../../src/stages/hold_out.ts";
import { selectCheckpoint } from "../../src/stages/select_checkpoint.ts";
import type { Selection } from "../../src/stages/selection.ts";
import { openTestEngine } from "../engine/open_test_engine.ts";
import { nameSnapshot, storeTree } from "../../src/stages/tensor_files.ts";

const engine = await openTestEngine();
const folder = await Deno.makeTempDir({ prefix: "assay-select-" });
const STEPS = [100, 200, 300];
const DATASET = { kind: "points" } as const;
const GENERATOR = { kind: "mlp", hidden: [8], activation: "relu" } as const;

function makeContext<P>(params: P, inputs: Record<string, string>): StageContext<P> {
  return {
    id: "test",
    params,
    inputs,
    environment: {},
    output: (artifact) => join(folder, `${artifact}.out`),
    checkpointPath: join(folder, "checkpoint"),
    progress: () => Promise.resolve(),
  };
}

/** Three generators that nobody trained: only which of them is nearest to the data matters. */
async function writeGenerators(): Promise<string> {
  const { init } = makeGenerator(GENERATOR, { latentDim: 2, shape: DATASET });
  const tensors: Record<string, StoredTensor> = {};
  for (const step of STEPS) {
    const parameters = init({ seed: step, stream: "init/generator", step: 0 });
    Object.assign(tensors, storeTree(parameters, nameSnapshot(step)));
  }
  const path = join(folder, "generators.safetensors");
  await Deno.writeFile(path, writeSafetensors({ tensors, metadata: {} }));
  await Deno.writeTextFile(
    join(folder, "outcome.json"),
    JSON.stringify({ status: "done", step: 300 }),
  );
  return path;
}

const generators = await writeGenerators();
const contents = prepareMixture({
  kind: "ring",
  modeCount: 8,
  radius: 1,
  standardDeviation: 1e-6,
  trainCount: 600,
  testCount: 200,
}, 0);

/** Holds out a validation split, and chooses by it, as the pipeline does. */
async function choose(data: SafetensorsFile, metric = "frechet_distance"): Promise<Selection> {
  const prepared = join(folder, "prepared.safetensors");
  await Deno.writeFile(prepared, writeSafetensors(data));
  await holdOut(makeContext({ count: 200 }, { data: prepared }));
  const context = makeContext({
    metric,
    latentDim: 2,
    generator: GENERATOR,
    seed: 1,
    dataset: DATASET,
    curveSampleCount: 100,
  }, {
    generators,
    outcome: join(folder, "outcome.json"),
    data: join(folder, "validation.out"),
  });
  return await selectCheckpoint(context, engine);
}

/** The data set with some tensors' numbers moved far away. */
function move(isMoved: (name: string, row: number) => boolean): SafetensorsFile {
  const tensors = Object.entries(contents.tensors).map(([name, tensor]) => {
    if (!name.endsWith("/points")) return [name, tensor];
    const data = (tensor.data as Float32Array).map((value, at) =>
      isMoved(name, Math.floor(at / 2)) ? value + 5 : value
    );
    return [name, { ...tensor, data }];
  });
  return { ...contents, tensors: Object.fromEntries(tensors) };
}

Deno.test("select-checkpoint chooses the step with the best value on the validation split", async () => {
  const { metric, validationCount, step, curve } = await choose(contents);
  assertEquals([metric, validationCount], ["frechet_distance_100", 200]);
  assertEquals(curve.map((point) => point.step), STEPS);
  const best = curve.reduce((one, other) => other.value < one.value ? other : one);
  assertEquals(step, best.step);
});

Deno.test("select-checkpoint chooses the same, to the last digit, whatever the test split is", async () => {
  const choice = await choose(contents);
  assertEquals(await choose(move((name) => name === "test/points")), choice);
});

Deno.test("select-checkpoint chooses by the validation split: other points there, another choice", async () => {
  const choice = await choose(contents);
  const moved = await choose(move((name, row) => name === "train/points" && row >= 400));
  assertNotEquals(moved.curve, choice.curve);
  // What is trained on is no part of it.
  const trained = await choose(move((name, row) => name === "train/points" && row < 400));
  assertEquals(trained, choice);
});

Deno.test("select-checkpoint takes the last step of a run that diverged", async () => {
  const path = join(folder, "outcome.json");
  const ended = await Deno.readTextFile(path);
  await Deno.writeTextFile(path, JSON.stringify({ status: "diverged", step: 350, reason: "NaN" }));
  const { step, curve } = await choose(contents);
  assertEquals([step, curve.length], [350, 3]);
  await Deno.writeTextFile(path, ended);
});

Deno.test("select-checkpoint takes the last step where no snapshot has a value", async () => {
  // Untrained generators hit no mode of so narrow a ring, so that there is nothing to take a divergence of.
  const { step, curve } = await choose(contents, "reverse_kl");
  assertEquals({ step, curve }, { step: 300, curve: [] });
  await Deno.remove(folder, { recursive: true });
});
