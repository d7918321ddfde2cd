import { assertEquals } from "@std/assert";
import { parseExperiment } from "../../src/experiment/parse.ts";
import { assertRefused, DIGITS, RING } from "./assert_refused.ts";

Deno.test("parseExperiment() refuses a mixture whose weights or centres are wrong", () => {
  assertRefused(
    { ...RING, dataset: { kind: "mixture", centres: [[0, 1], [0, 1]], weights: [1, 2, 3] } },
    '"dataset.centres[1]" in "a.ts" as it must be different from the centres before it: [0,1] is at [0] already',
    '"dataset.weights" in "a.ts" as it must be a list of 2, one weight for each centre: it has 3',
  );
  assertRefused(
    { ...RING, dataset: { kind: "mixture", centres: [[0, 1], [2], [3, NaN]], weights: [1, 0, 1] } },
    '"dataset.centres[1]" in "a.ts" as it must be a list of 2 numbers, [x, y]: value is [2]',
    '"dataset.centres[2][1]" in "a.ts" as it must be a number in -1e30..1e30: value is NaN',
    '"dataset.weights[1]" in "a.ts" as it must be a number in 1e-15..1e15: value is 0',
  );
});

Deno.test("parseExperiment() refuses points and weights that float32 cannot hold", () => {
  const centres = [[0, 1e39], [1, 0]];
  assertRefused(
    {
      ...RING,
      dataset: { kind: "mixture", centres, weights: [1e308, 1e-320], standardDeviation: 1e-40 },
    },
    '"dataset.centres[0][1]" in "a.ts" as it must be a number in -1e30..1e30: value is 1e+39',
    '"dataset.weights[0]" in "a.ts" as it must be a number in 1e-15..1e15: value is 1e+308',
    '"dataset.weights[1]" in "a.ts" as it must be a number in 1e-15..1e15: value is 1e-320',
    '"dataset.standardDeviation" in "a.ts" as it must be a number in 1e-30..1e30: value is 1e-40',
  );
});

Deno.test("parseExperiment() refuses stacks of no sense", () => {
  const stacked = { ...RING, dataset: { kind: "stacked-mnist", trainCount: 100, testCount: 1 } };
  assertRefused(
    stacked,
    '"dataset.testCount" in "a.ts" as it must be an integer in 2..10000000: value is 1',
  );
  assertRefused(
    { ...stacked, dataset: { kind: "stacked-mnist", channels: 4 } },
    '"dataset.channels" in "a.ts" as it must be one of the keys kind, trainCount, testCount: key is "channels"',
  );
  assertRefused(
    { ...RING, dataset: { kind: "stacked-mnist", trainCount: 100 }, base: { batchSize: 101 } },
    '"base.batchSize" in "a.ts" as it must be at most the 100 stacks of dataset.trainCount: value is 101',
  );
  assertRefused(
    {
      ...RING,
      dataset: { kind: "stacked-mnist", testCount: 100 },
      evaluation: { sampleCount: 101, curveSampleCount: 100 },
    },
    '"evaluation.sampleCount" in "a.ts" as it must be at most 100, as there are no more real samples to compare with: value is 101',
  );
});

Deno.test("parseExperiment() reports a mistake of the merged settings once, where it was written", () => {
  assertRefused(
    { ...RING, base: { generator: { kind: "dcgan" }, discriminator: { channels: [8] } } },
    '"base.generator.kind" in "a.ts" as it must be "mlp", as the data are points and "dcgan" needs images of 28 x 28: value is "dcgan"',
    '"base.discriminator.channels" in "a.ts" as it must be left out, as the discriminator is of kind "mlp": value is [8]',
  );
  assertRefused(
    { ...DIGITS, variants: { a: { generator: { kind: "dcgan", hidden: [8] } } } },
    '"variants.a.generator.hidden" in "a.ts" as it must be left out, as the generator is of kind "dcgan": value is [8]',
  );
  assertRefused(
    { ...RING, dataset: { kind: "ring", trainCount: 32 }, evaluation: { sampleCount: 32 } },
    '"base.batchSize" in "a.ts" as it must be at most the 32 points of dataset.trainCount: value is 64',
  );
});

Deno.test("parseExperiment() refuses an evaluation that the data or the steps do not allow", () => {
  assertRefused(
    { ...DIGITS, evaluation: { sampleCount: 10_001, curveSampleCount: 20_000, every: 2_001 } },
    '"evaluation.sampleCount" in "a.ts" as it must be at most 10000, as there are no more real samples to compare with: value is 10001',
    '"evaluation.curveSampleCount" in "a.ts" as it must be at most sampleCount, 10001, as real data is measured of no more: value is 20000',
    '"evaluation.every" in "a.ts" as it must be at most 2000, the stepCount of variant "vanilla": value is 2001',
  );
  assertRefused(
    { ...RING, base: { stepCount: 6_000 }, evaluation: { every: 29 } },
    '"evaluation.every" in "a.ts" as it must be at least 30, as a run has at most 200 snapshots: value is 29',
  );
});

Deno.test("parseExperiment() refuses variants whose steps allow no common snapshots", () => {
  assertRefused(
    { ...RING, variants: { a: { stepCount: 100 }, b: { stepCount: 30_000 } } },
    '"variants.b.stepCount" in "a.ts" as it must be at most 20000, as all variants have snapshots at the same steps, at most 200, and variant "a" ends at 100: value is 30000',
  );
});

Deno.test("parseExperiment() refuses pieces of what is no maxout, and keys of an MLP in a DCGAN", () => {
  assertRefused(
    { ...RING, base: { discriminator: { activation: "relu", pieces: 5 } } },
    '"base.discriminator.pieces" in "a.ts" as it must be left out, as the discriminator\'s activation is not "maxout": value is 5',
  );
  assertRefused(
    { ...DIGITS, base: { generator: { kind: "dcgan", batchNorm: true } } },
    '"base.generator.batchNorm" in "a.ts" as it must be left out, as the generator is of kind "dcgan": value is true',
  );
});

Deno.test("parseExperiment() refuses a gradient penalty where a sample's answer depends on the others", () => {
  const penalty = { objective: "wasserstein", gradientPenalty: {} };
  const wanted = "left out or null, as it holds no slope of a discriminator that";
  const refused: readonly [object, string][] = [
    [{ kind: "dcgan" }, "normalises by the batch; batchNorm: false goes with it"],
    [{ batchNorm: true }, "normalises by the batch; batchNorm: false goes with it"],
    [{ minibatchDiscrimination: {} }, "compares samples, by minibatch discrimination"],
  ];
  for (const [discriminator, reason] of refused) {
    assertRefused(
      { ...DIGITS, base: penalty, variants: { a: { discriminator } } },
      `"base.gradientPenalty" in "a.ts" as it must be ${wanted} ${reason}: value is an object without keys`,
    );
  }
  const allowed = {
    plain: { discriminator: { kind: "dcgan", batchNorm: false } },
    control: { discriminator: { minibatchDiscrimination: { compareWith: "origin" } } },
    none: { gradientPenalty: null, discriminator: { kind: "dcgan" } },
  };
  const { variants } = parseExperiment({ ...DIGITS, base: penalty, variants: allowed }, {
    file: "a.ts",
  });
  assertEquals(variants.plain.discriminator, {
    kind: "dcgan",
    channels: [64, 128],
    batchNorm: false,
  });
});

Deno.test("parseExperiment() refuses a batch of more packed samples than there are", () => {
  assertRefused(
    {
      ...RING,
      dataset: { kind: "ring", trainCount: 100 },
      base: { batchSize: 40, packing: 3 },
      evaluation: { sampleCount: 50, curveSampleCount: 50 },
    },
    '"base.batchSize" in "a.ts" as it must be at most the 100 points of dataset.trainCount: value is 40, of 3 points each',
  );
});
