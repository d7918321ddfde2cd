import { assert, assertEquals, assertThrows } from "@std/assert";
import type { StageNode } from "../../pipeline/stage.ts";
import { expandExperiment } from "../../src/experiment/expand.ts";
import { parseExperiment } from "../../src/experiment/parse.ts";

const FILE = { path: "images.gz", digest: "0".repeat(64) };
const MNIST_FILES = { trainImages: FILE, trainLabels: FILE, testImages: FILE, testLabels: FILE };

const SPEC = {
  name: "digits",
  question: "Which is better?",
  dataset: { kind: "mnist" },
  seeds: [1],
  base: { stepCount: 250 },
  variants: { vanilla: {}, wide: { generator: { hidden: [64] } } },
  evaluation: { sampleCount: 3_000, every: 100, curveSampleCount: 500, gridSize: 16 },
  claims: [{ metric: "class_entropy", better: "wide", than: "vanilla" }],
};

function expand(parts: object = {}): readonly StageNode[] {
  const experiment = parseExperiment({ ...SPEC, ...parts }, { file: "a.ts" });
  return expandExperiment(experiment, { mnistFiles: MNIST_FILES });
}

function find(id: string, nodes: readonly StageNode[] = expand()): StageNode {
  const node = nodes.find((candidate) => candidate.id === id);
  assert(node !== undefined, `there is no stage "${id}"`);
  return node;
}

function listChanged(parts: object): string[] {
  const old = new Map(expand().map((node) => [node.id, JSON.stringify(node)]));
  return expand(parts).filter((node) => old.get(node.id) !== JSON.stringify(node)).map(({ id }) =>
    id
  );
}

Deno.test("expandExperiment() tells training all that it needs and no more", () => {
  assertEquals(find("train-gan/wide/seed=1"), {
    id: "train-gan/wide/seed=1",
    kind: "train-gan",
    params: {
      settings: {
        latentDim: 64,
        batchSize: 64,
        stepCount: 250,
        discriminatorSteps: 1,
        objective: "non-saturating",
        optimizer: {
          kind: "adam",
          learningRate: { generator: 2e-4, discriminator: 2e-4 },
          beta1: 0.5,
          beta2: 0.999,
          epsilon: 1e-8,
        },
        generator: { kind: "mlp", hidden: [64], activation: "leaky-relu" },
        discriminator: { kind: "mlp", hidden: [512, 256], activation: "leaky-relu" },
      },
      seed: 1,
      dataset: { kind: "images", size: 28 },
      snapshots: [100, 200, 250],
    },
    inputs: { data: { stage: "prepare-data", artifact: "data" } },
  });
});

Deno.test("expandExperiment() draws and evaluates each run against the same real data", () => {
  assertEquals(find("draw-samples/vanilla/seed=1"), {
    id: "draw-samples/vanilla/seed=1",
    kind: "draw-samples",
    params: {
      latentDim: 64,
      generator: { kind: "mlp", hidden: [256, 512], activation: "leaky-relu" },
      seed: 1,
      sampleCount: 3_000,
      curveSampleCount: 500,
      gridSize: 16,
      dataset: { kind: "images", size: 28 },
    },
    inputs: {
      generators: { stage: "train-gan/vanilla/seed=1", artifact: "generators" },
      outcome: { stage: "train-gan/vanilla/seed=1", artifact: "outcome" },
    },
  });
  assertEquals(find("evaluate/vanilla/seed=1"), {
    id: "evaluate/vanilla/seed=1",
    kind: "evaluate",
    params: { curveSampleCount: 500, objective: "non-saturating" },
    inputs: {
      samples: { stage: "draw-samples/vanilla/seed=1", artifact: "samples" },
      outcome: { stage: "train-gan/vanilla/seed=1", artifact: "outcome" },
      history: { stage: "train-gan/vanilla/seed=1", artifact: "history" },
      reference: { stage: "evaluate/reference", artifact: "evaluation" },
      data: { stage: "prepare-data", artifact: "data" },
      judge: { stage: "train-judge", artifact: "judge" },
    },
  });
  assertEquals(find("draw-reference").params, { sampleCount: 3_000, seed: 0 });
  assertEquals(find("evaluate/reference"), {
    id: "evaluate/reference",
    kind: "evaluate",
    params: { curveSampleCount: 500 },
    inputs: {
      samples: { stage: "draw-reference", artifact: "samples" },
      data: { stage: "prepare-data", artifact: "data" },
      judge: { stage: "train-judge", artifact: "judge" },
    },
  });
});

Deno.test("expandExperiment() compares and reports all runs", () => {
  const { params, inputs } = find("compare");
  assertEquals(params, {
    experiment: "digits",
    question: "Which is better?",
    seeds: [1],
    variants: ["vanilla", "wide"],
    claims: [{ metric: "class_entropy", better: "wide", than: "vanilla", test: "welch" }],
    curveSampleCount: 500,
  });
  assertEquals(Object.keys(inputs), [
    "evaluation/vanilla/seed=1",
    "evaluation/wide/seed=1",
    "evaluation/reference",
  ]);
  const report = find("report");
  assertEquals(report.params.variantNames, ["vanilla", "wide"]);
  assertEquals(report.params.differences, [
    { path: "generator.hidden", values: { vanilla: [256, 512], wide: [64] } },
  ]);
  assertEquals(Object.keys(report.inputs), [
    "comparison",
    "evaluation/vanilla/seed=1",
    "evaluation/wide/seed=1",
    "evaluation/reference",
    "samples/reference",
    "accuracy",
    "history/vanilla/seed=1",
    "snapshots/vanilla/seed=1",
    "planes/vanilla/seed=1",
    "walks/vanilla/seed=1",
    "neighbours/vanilla/seed=1",
    "history/wide/seed=1",
    "snapshots/wide/seed=1",
    "planes/wide/seed=1",
    "walks/wide/seed=1",
    "neighbours/wide/seed=1",
  ]);
});

Deno.test("expandExperiment() needs neither judge nor files for points", () => {
  const claims = [{ metric: "reverse_kl", better: "wide", than: "vanilla" }];
  const nodes = expand({ dataset: { kind: "ring" }, claims });
  assert(!nodes.some(({ kind }) => kind === "train-judge"));
  const data = find("prepare-data", nodes);
  assert(!Object.hasOwn(data, "files"));
  assertEquals(data.params.seed, 0);
  assertEquals(find("train-gan/vanilla/seed=1", nodes).params.dataset, { kind: "points" });
  assertEquals(Object.keys(find("evaluate/reference", nodes).inputs), ["samples", "data"]);
  assert(!Object.hasOwn(find("report", nodes).inputs, "accuracy"));
});

Deno.test("expandExperiment() stacks the digits and asks the judge that experiments on MNIST have", () => {
  const dataset = { kind: "stacked-mnist", trainCount: 9_000, testCount: 4_000 };
  const claims = [{ metric: "modes_captured", better: "wide", than: "vanilla" }];
  const nodes = expand({ dataset, claims });
  assertEquals(find("prepare-data", nodes), find("prepare-data"));
  assertEquals(find("train-judge", nodes), find("train-judge"));
  assertEquals(find("stack-digits", nodes), {
    id: "stack-digits",
    kind: "stack-digits",
    params: { channels: 3, trainCount: 9_000, testCount: 4_000, seed: 0 },
    inputs: { data: { stage: "prepare-data", artifact: "data" } },
  });
  const shape = { kind: "images", size: 28, channels: 3 };
  const data = {
    data: { stage: "prepare-data", artifact: "data" },
    stacks: { stage: "stack-digits", artifact: "stacks" },
  };
  const train = find("train-gan/vanilla/seed=1", nodes);
  assertEquals([train.params.dataset, train.inputs], [shape, data]);
  assertEquals(find("draw-samples/vanilla/seed=1", nodes).params.dataset, shape);
  assertEquals(find("draw-reference", nodes).inputs, data);
  for (const run of ["vanilla/seed=1", "reference"]) {
    const { inputs } = find(`evaluate/${run}`, nodes);
    assertEquals([inputs.stacks, inputs.judge], [data.stacks, {
      stage: "train-judge",
      artifact: "judge",
    }]);
  }
  assert(Object.hasOwn(find("report", nodes).inputs, "accuracy"));
});

Deno.test("expandExperiment() pins MNIST's files and refuses to go without", () => {
  assertEquals(find("prepare-data"), {
    id: "prepare-data",
    kind: "prepare-data",
    params: { dataset: { kind: "mnist", size: 28 } },
    inputs: {},
    files: MNIST_FILES,
  });
  const experiment = parseExperiment(SPEC, { file: "a.ts" });
  assertThrows(
    () => expandExperiment(experiment, { mnistFiles: { trainImages: FILE } }),
    TypeError,
    'Cannot expand "digits": its data are MNIST and options.mnistFiles lacks trainLabels, testImages, testLabels; a path and a digest for each are wanted',
  );
  const stacked = parseExperiment({ ...SPEC, dataset: { kind: "stacked-mnist" }, claims: [] }, {
    file: "a.ts",
  });
  assertThrows(() => expandExperiment(stacked), TypeError, "its data are MNIST");
});

Deno.test("expandExperiment() changes no run when a seed, a variant or a claim is added", () => {
  assertEquals(listChanged({}), []);
  assertEquals(listChanged({ claims: [] }), ["compare", "report"]);
  assertEquals(listChanged({ question: "Why?" }), ["compare", "report"]);
  assertEquals(listChanged({ seeds: [1, 2] }), [
    "train-gan/vanilla/seed=2",
    "train-gan/wide/seed=2",
    "draw-samples/vanilla/seed=2",
    "draw-samples/wide/seed=2",
    "evaluate/vanilla/seed=2",
    "evaluate/wide/seed=2",
    "compare",
    "report",
  ]);
  assertEquals(listChanged({ variants: { ...SPEC.variants, long: { stepCount: 300 } } }), [
    "train-gan/long/seed=1",
    "draw-samples/long/seed=1",
    "evaluate/long/seed=1",
    "compare",
    "report",
  ]);
});

Deno.test("expandExperiment() trains nothing anew when only the sample counts change", () => {
  const evaluation = { ...SPEC.evaluation, sampleCount: 2_000 };
  assertEquals(listChanged({ evaluation }), [
    "draw-reference",
    "draw-samples/vanilla/seed=1",
    "draw-samples/wide/seed=1",
    "report",
  ]);
});

Deno.test("expandExperiment() trains and measures nothing anew for another number of samples to show", () => {
  const evaluation = { ...SPEC.evaluation, gridSize: 25 };
  assertEquals(listChanged({ evaluation }), [
    "draw-samples/vanilla/seed=1",
    "draw-samples/wide/seed=1",
    "report",
  ]);
});
