import { assert, assertEquals } from "@std/assert";
import type { Experiment } from "../../src/experiment/experiment.ts";
import { parseExperiment } from "../../src/experiment/parse.ts";

function resolve(parts: object, options: { preset?: string; seeds?: number[] } = {}): Experiment {
  const spec = { name: "a", question: "Why?", dataset: { kind: "mnist" }, ...parts };
  return parseExperiment(spec, { file: "a.ts", ...options });
}

Deno.test("parseExperiment() leaves nothing to default", () => {
  assertEquals(resolve({ variants: { a: {} } }), {
    name: "a",
    question: "Why?",
    dataset: { kind: "mnist", size: 28 },
    seeds: [1, 2, 3],
    variants: {
      a: {
        latentDim: 64,
        batchSize: 64,
        stepCount: 2_000,
        discriminatorSteps: 1,
        objective: "non-saturating",
        optimizer: {
          kind: "adam",
          learningRate: { generator: 2e-4, discriminator: 2e-4 },
          beta1: 0.5,
          beta2: 0.999,
          epsilon: 1e-8,
        },
        generator: { kind: "mlp", hidden: [256, 512], activation: "leaky-relu" },
        discriminator: { kind: "mlp", hidden: [512, 256], activation: "leaky-relu" },
      },
    },
    evaluation: { sampleCount: 10_000, every: 400, curveSampleCount: 2_000, gridSize: 64 },
    claims: [],
  });
});

Deno.test("parseExperiment() merges base, then what is extended, then the variant", () => {
  const { variants } = resolve({
    base: {
      latentDim: 8,
      stepCount: 10,
      generator: { kind: "mlp", hidden: [4], activation: "relu" },
    },
    variants: {
      young: { extends: "middle", latentDim: 2 },
      middle: { extends: "old", latentDim: 3, generator: { hidden: [5] } },
      old: { latentDim: 4, stepCount: 20 },
    },
  });
  assertEquals(variants.young.latentDim, 2);
  assertEquals(variants.young.stepCount, 20);
  assertEquals(variants.young.generator, { kind: "mlp", hidden: [5], activation: "relu" });
  assertEquals(variants.old.generator, { kind: "mlp", hidden: [4], activation: "relu" });
});

Deno.test("parseExperiment() replaces a network whose kind changes", () => {
  const { variants } = resolve({
    variants: {
      a: { discriminator: { kind: "mlp", hidden: [4], minibatchDiscrimination: {} } },
      b: { extends: "a", discriminator: { kind: "dcgan" } },
    },
  });
  assertEquals(variants.b.discriminator, { kind: "dcgan", channels: [64, 128] });
});

Deno.test("parseExperiment() replaces a network of the kind that none is written for", () => {
  const { variants } = resolve({
    base: { discriminator: { hidden: [4], minibatchDiscrimination: {} } },
    variants: { a: {}, b: { discriminator: { kind: "dcgan" } } },
  });
  assert(Object.hasOwn(variants.a.discriminator, "minibatchDiscrimination"));
  assertEquals(variants.b.discriminator, { kind: "dcgan", channels: [64, 128] });
});

Deno.test("parseExperiment() leaves out the pieces of a maxout that a variant replaces", () => {
  const { variants } = resolve({
    base: { discriminator: { hidden: [4], activation: "maxout", pieces: 3 } },
    variants: { a: {}, b: { discriminator: { activation: "relu" } } },
  });
  assertEquals(variants.a.discriminator, {
    kind: "mlp",
    hidden: [4],
    activation: "maxout",
    pieces: 3,
  });
  assertEquals(variants.b.discriminator, { kind: "mlp", hidden: [4], activation: "relu" });
});

Deno.test("parseExperiment() lets what a preset leaves as it was follow what it changes", () => {
  const { evaluation } = resolve({
    dataset: { kind: "ring" },
    base: { stepCount: 100 },
    evaluation: { every: 50, sampleCount: 2_500 },
    variants: { a: {} },
    presets: { long: { base: { stepCount: 90_000 }, dataset: { kind: "ring", testCount: 1_000 } } },
  }, { preset: "long" });
  assertEquals(evaluation, {
    sampleCount: 1_000,
    every: 450,
    curveSampleCount: 1_000,
    gridSize: 512,
  });
});

Deno.test("parseExperiment() fills in minibatch discrimination, and null takes it away", () => {
  const { variants } = resolve({
    variants: {
      a: { discriminator: { minibatchDiscrimination: { dimensions: 3, kernels: undefined } } },
      b: { extends: "a", discriminator: { minibatchDiscrimination: null } },
      c: { extends: "a", discriminator: { minibatchDiscrimination: { reduction: "mean" } } },
      d: { extends: "c", discriminator: { minibatchDiscrimination: { compareWith: "origin" } } },
      e: { extends: "d", discriminator: { minibatchDiscrimination: { compareWith: "others" } } },
    },
  });
  const { minibatchDiscrimination } = variants.a.discriminator;
  assertEquals(minibatchDiscrimination, { kernels: 32, dimensions: 3, reduction: "sum" });
  assert(!Object.hasOwn(variants.b.discriminator, "minibatchDiscrimination"));
  const mean = { kernels: 32, dimensions: 3, reduction: "mean" } as const;
  assertEquals(variants.c.discriminator.minibatchDiscrimination, mean);
  assertEquals(variants.d.discriminator.minibatchDiscrimination, {
    ...mean,
    compareWith: "origin",
  });
  assertEquals(variants.e.discriminator.minibatchDiscrimination, mean);
});

Deno.test("parseExperiment() lets one learning rate be overridden for one network", () => {
  const { variants } = resolve({
    base: { optimizer: { learningRate: 1e-3 } },
    variants: { a: { optimizer: { learningRate: { discriminator: 1e-4 } } } },
  });
  assertEquals(variants.a.optimizer.learningRate, { generator: 1e-3, discriminator: 1e-4 });
});

Deno.test("parseExperiment() ignores a preset unless it is asked for", () => {
  const parts = { variants: { a: {} }, presets: { quick: { seeds: [9], base: { stepCount: 5 } } } };
  assertEquals(resolve(parts), resolve({ variants: { a: {} } }));
});

Deno.test("parseExperiment() lets a preset win over variants, and replaces only what it names", () => {
  const { variants, seeds, evaluation } = resolve({
    seeds: [4, 5],
    variants: {
      a: { stepCount: 900, batchSize: 32 },
      b: { extends: "a", latentDim: 5 },
      c: { stepCount: 800 },
    },
    evaluation: { sampleCount: 5_000, every: 500 },
    presets: {
      small: {
        base: { stepCount: 200 },
        variants: { a: { batchSize: 8 } },
        evaluation: { sampleCount: 1_000 },
      },
    },
  }, { preset: "small" });
  assertEquals(Object.values(variants).map(({ stepCount }) => stepCount), [200, 200, 200]);
  assertEquals(Object.values(variants).map(({ batchSize }) => batchSize), [8, 8, 64]);
  assertEquals(variants.b.latentDim, 5);
  assertEquals(seeds, [4, 5]);
  assertEquals(evaluation, {
    sampleCount: 1_000,
    every: 200,
    curveSampleCount: 1_000,
    gridSize: 64,
  });
});

Deno.test("parseExperiment() takes no more samples at snapshots than a preset leaves at the end", () => {
  const parts = {
    variants: { a: {} },
    evaluation: { sampleCount: 5_000, curveSampleCount: 3_000 },
    presets: { small: { evaluation: { sampleCount: 1_000 } } },
  };
  assertEquals(resolve(parts, { preset: "small" }).evaluation.curveSampleCount, 1_000);
  assertEquals(resolve(parts).evaluation.curveSampleCount, 3_000);
});

Deno.test("parseExperiment() spaces snapshots so that the longest run has no more than 200", () => {
  const variants = { a: { stepCount: 500 }, b: { stepCount: 25_000 } };
  assertEquals(resolve({ variants }).evaluation.every, 125);
});

Deno.test("parseExperiment() prefers the seeds of the command line", () => {
  const parts = { variants: { a: {} }, seeds: [1, 2], presets: { quick: { seeds: [3] } } };
  assertEquals(resolve(parts, { seeds: [7, 8], preset: "quick" }).seeds, [7, 8]);
  assertEquals(resolve(parts, { preset: "quick" }).seeds, [3]);
  assertEquals(resolve(parts).seeds, [1, 2]);
});

Deno.test("parseExperiment() makes weights sum to 1 and -0 to 0", () => {
  const centres = [[0, -0], [-0, 2]];
  const variants = { a: {} };
  const { dataset } = resolve({ dataset: { kind: "mixture", centres, weights: [1, 3] }, variants });
  assert(dataset.kind === "mixture");
  assertEquals(dataset.weights, [0.25, 0.75]);
  assertEquals(dataset.centres.flat().map((x) => Object.is(x, -0)), [false, false, false, false]);
  const plain = resolve({ dataset: { kind: "mixture", centres }, variants }).dataset;
  assert(plain.kind === "mixture");
  assertEquals(plain.weights, [0.5, 0.5]);
});

Deno.test("parseExperiment() takes 26,000 samples of stacks, as published protocols do, and no more than there are", () => {
  const variants = { a: {} };
  const { dataset, evaluation } = resolve({ dataset: { kind: "stacked-mnist" }, variants });
  assertEquals(dataset, {
    kind: "stacked-mnist",
    size: 28,
    channels: 3,
    trainCount: 128_000,
    testCount: 26_000,
  });
  assertEquals([evaluation.sampleCount, evaluation.curveSampleCount, evaluation.gridSize], [
    26_000,
    2_000,
    64,
  ]);
  const few = { kind: "stacked-mnist", trainCount: 900, testCount: 5_000 };
  assertEquals(resolve({ dataset: few, variants }).evaluation.sampleCount, 900);
});

Deno.test("parseExperiment() compares no more points than there are", () => {
  const dataset = { kind: "grid", trainCount: 400, testCount: 300 };
  const { evaluation } = resolve({ dataset, variants: { a: {} } });
  assertEquals(evaluation, { sampleCount: 300, every: 400, curveSampleCount: 300, gridSize: 512 });
});

Deno.test("parseExperiment() allows minibatch discrimination on points", () => {
  const variants = { a: { discriminator: { minibatchDiscrimination: { reduction: "mean" } } } };
  assertEquals(resolve({ dataset: { kind: "ring" }, variants }).variants.a.discriminator, {
    kind: "mlp",
    hidden: [128, 128],
    activation: "leaky-relu",
    minibatchDiscrimination: { kernels: 32, dimensions: 8, reduction: "mean" },
  });
});

Deno.test("parseExperiment() keeps nothing of the spec's own objects", () => {
  const hidden = [4];
  const { variants } = resolve({ variants: { a: { generator: { hidden } } } });
  hidden[0] = 5;
  assertEquals(variants.a.generator, { kind: "mlp", hidden: [4], activation: "leaky-relu" });
});

Deno.test("parseExperiment() leaves out what a variant or a preset takes away", () => {
  const { variants, evaluation } = resolve({
    base: {
      objective: "wasserstein",
      gradientPenalty: {},
      unrolledSteps: 5,
      generator: { initialStandardDeviation: 0.02 },
    },
    variants: {
      on: {},
      off: {
        gradientPenalty: null,
        unrolledSteps: 0,
        generator: { initialStandardDeviation: null },
      },
    },
    evaluation: { selectBy: "frechet_distance" },
    presets: { last: { evaluation: { selectBy: null } } },
  }, { preset: "last" });
  assertEquals(variants.on.gradientPenalty, { weight: 10 });
  assertEquals(variants.on.unrolledSteps, 5);
  assert("initialStandardDeviation" in variants.on.generator);
  assert(!("gradientPenalty" in variants.off) && !("unrolledSteps" in variants.off));
  assert(!("initialStandardDeviation" in variants.off.generator));
  assert(!("selectBy" in evaluation));
});

Deno.test("parseExperiment() runs only the variants of a preset, on its data, with the claims about them", () => {
  const metric = "modes_covered";
  const { variants, claims, dataset } = resolve({
    dataset: { kind: "ring", modeCount: 6 },
    base: { latentDim: 3 },
    variants: { a: { latentDim: 2 }, b: {}, c: { extends: "a" } },
    claims: [{ metric, better: "c", than: "b" }, { metric, better: "a", than: "b" }],
    presets: {
      faithful: {
        dataset: { kind: "ring", standardDeviation: 0.01 },
        only: ["c", "b"],
      },
    },
  }, { preset: "faithful" });
  assertEquals(Object.entries(variants).map(([name, { latentDim }]) => [name, latentDim]), [
    ["b", 3],
    ["c", 2],
  ]);
  assertEquals(claims, [{ metric, better: "c", than: "b", test: "welch" }]);
  assert(dataset.kind === "ring");
  assertEquals([dataset.modeCount, dataset.standardDeviation], [8, 0.01]);
});

Deno.test("parseExperiment() leaves out packing of one sample", () => {
  const { variants } = resolve({
    base: { packing: 2 },
    variants: { pairs: {}, single: { packing: 1 } },
  });
  assertEquals(variants.pairs.packing, 2);
  assert(!("packing" in variants.single));
});

Deno.test("parseExperiment() fills in the pieces of maxout, and leaves out what an MLP has not", () => {
  const { variants } = resolve({
    variants: {
      a: {
        generator: { hidden: [4], activation: "relu", batchNorm: true },
        discriminator: { hidden: [4], activation: "maxout", initialStandardDeviation: 0.02 },
      },
      b: { extends: "a", generator: { batchNorm: false }, discriminator: { pieces: 3 } },
    },
  });
  assertEquals(variants.a.generator, {
    kind: "mlp",
    hidden: [4],
    activation: "relu",
    batchNorm: true,
  });
  assertEquals(variants.a.discriminator, {
    kind: "mlp",
    hidden: [4],
    activation: "maxout",
    pieces: 5,
    initialStandardDeviation: 0.02,
  });
  assertEquals(variants.b.generator, { kind: "mlp", hidden: [4], activation: "relu" });
  assert(variants.b.discriminator.kind === "mlp");
  assertEquals(variants.b.discriminator.pieces, 3);
});

Deno.test("parseExperiment() keeps published numbers of variants that run, and a preset's own differences of protocol", () => {
  const row = { metric: "modes_covered", value: 7.9, source: "a paper", protocol: "its own" };
  const parts = {
    dataset: { kind: "ring" },
    variants: { a: {}, b: {} },
    published: [{ ...row, variant: "a" }, { ...row, variant: "b", standardError: 0.1 }],
    protocolDifferences: ["Smaller networks."],
    presets: { only: { only: ["b"] }, faithful: { protocolDifferences: ["None is known."] } },
  };
  assertEquals(resolve(parts).published?.length, 2);
  const only = resolve(parts, { preset: "only" });
  assertEquals(Object.keys(resolve({ ...parts, only: ["b"] }).variants), ["b"]);
  assertEquals(Object.keys(resolve({ ...parts, only: ["a"] }, { preset: "only" }).variants), ["b"]);
  assertEquals(Object.keys(resolve({ ...parts, only: ["a"] }, { preset: "faithful" }).variants), [
    "a",
  ]);
  assertEquals(only.published, [{ ...row, variant: "b", standardError: 0.1 }]);
  assertEquals(only.protocolDifferences, ["Smaller networks."]);
  assertEquals(resolve(parts, { preset: "faithful" }).protocolDifferences, ["None is known."]);
  assert(!("published" in resolve({ variants: { a: {} } })));
});

Deno.test("parseExperiment() takes a preset's own claims in place of the spec's", () => {
  const claim = { metric: "modes_covered", better: "b", than: "a" };
  const parts = {
    dataset: { kind: "ring" },
    variants: { a: {}, b: {} },
    claims: [claim],
    presets: { other: { claims: [{ ...claim, metric: "reverse_kl" }] }, none: { claims: [] } },
  };
  assertEquals(resolve(parts, { preset: "other" }).claims, [
    { ...claim, metric: "reverse_kl", test: "welch" },
  ]);
  assertEquals(resolve(parts, { preset: "none" }).claims, []);
  assertEquals(resolve(parts).claims.length, 1);
});
