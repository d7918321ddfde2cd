import { assertRefused, RING } from "./assert_refused.ts";

Deno.test("parseExperiment() refuses what is no object", () => {
  const wanted = '"default export" in "a.ts" as it must be an object';
  assertRefused(5, `${wanted}: value is 5`);
  assertRefused(null, `${wanted}: value is null`);
  assertRefused([], `${wanted}: value is []`);
  assertRefused(undefined, `${wanted}: it is missing`);
});

Deno.test("parseExperiment() names all that is missing at once", () => {
  assertRefused(
    {},
    '"name" in "a.ts" as it must be a name: it is missing',
    '"question" in "a.ts" as it must be a question: it is missing',
    '"dataset" in "a.ts" as it must be an object such as { kind: "mnist" }: it is missing',
    '"variants" in "a.ts" as it must be an object of variants by name: it is missing',
  );
});

Deno.test("parseExperiment() refuses an unknown key and suggests the nearest", () => {
  assertRefused(
    { ...RING, seed: [1] },
    '"seed" in "a.ts" as it must be one of the keys name, question, dataset, seeds, base, variants, only, evaluation, claims, published, protocolDifferences, presets: key is "seed". Did you mean "seeds"?',
  );
  assertRefused(
    { ...RING, variants: { vanilla: { generator: { kind: "mlp", hiden: [8] } } } },
    '"variants.vanilla.generator.hiden" in "a.ts" as it must be one of the keys kind, hidden, activation, pieces, batchNorm, initialStandardDeviation, channels: key is "hiden". Did you mean "hidden"?',
  );
  assertRefused(
    { ...RING, base: { optimizer: { learningRate: { generater: 1 } } } },
    '"base.optimizer.learningRate.generater" in "a.ts" as it must be one of the keys generator, discriminator: key is "generater". Did you mean "generator"?',
  );
  assertRefused(
    { ...RING, dataset: { kind: "ring", spacing: 2 } },
    '"dataset.spacing" in "a.ts" as it must be one of the keys kind, modeCount, radius, standardDeviation, trainCount, testCount: key is "spacing"',
  );
});

Deno.test("parseExperiment() refuses wrong types, with JavaScript's own values in words", () => {
  assertRefused(
    {
      ...RING,
      base: {
        latentDim: "64",
        batchSize: 5n,
        stepCount: NaN,
        generator: { hidden: [12.5, 3, true] },
        discriminator: () => 1,
      },
    },
    '"base.latentDim" in "a.ts" as it must be an integer in 1..4096: value is "64"',
    '"base.batchSize" in "a.ts" as it must be an integer in 2..4096: value is 5n, a bigint',
    '"base.stepCount" in "a.ts" as it must be an integer in 1..999999: value is NaN',
    '"base.generator.hidden[0]" in "a.ts" as it must be an integer in 1..8192: value is 12.5',
    '"base.generator.hidden[2]" in "a.ts" as it must be an integer in 1..8192: value is true',
    '"base.discriminator" in "a.ts" as it must be an object: value is a function',
  );
  assertRefused(
    { ...RING, dataset: "ring", claims: [null], evaluation: [] },
    '"dataset" in "a.ts" as it must be an object such as { kind: "mnist" }: value is "ring"',
    '"evaluation" in "a.ts" as it must be an object: value is []',
    '"claims[0]" in "a.ts" as it must be an object: value is null',
  );
});

Deno.test("parseExperiment() refuses values out of range", () => {
  assertRefused(
    {
      ...RING,
      dataset: { kind: "ring", radius: 0, modeCount: 257 },
      base: {
        batchSize: 1,
        optimizer: { learningRate: -0, beta1: 1, epsilon: 0 },
        generator: { hidden: [] },
      },
      evaluation: { sampleCount: Infinity },
    },
    '"dataset.modeCount" in "a.ts" as it must be an integer in 1..256: value is 257',
    '"dataset.radius" in "a.ts" as it must be a number in 1e-30..1e30: value is 0',
    '"base.batchSize" in "a.ts" as it must be an integer in 2..4096: value is 1',
    '"base.optimizer.learningRate" in "a.ts" as it must be a number > 0 and <= 1, or an object with generator and discriminator: value is -0',
    '"base.optimizer.beta1" in "a.ts" as it must be a number in [0, 1): value is 1',
    '"base.optimizer.epsilon" in "a.ts" as it must be a number > 0 and <= 1: value is 0',
    '"base.generator.hidden" in "a.ts" as it must be a list of 1 to 16: value is []',
    '"evaluation.sampleCount" in "a.ts" as it must be an integer in 2..10000000: value is Infinity',
  );
  assertRefused(
    { ...RING, base: { optimizer: { learningRate: { generator: 2 } } } },
    '"base.optimizer.learningRate.generator" in "a.ts" as it must be a number > 0 and <= 1: value is 2',
  );
});

Deno.test("parseExperiment() lists the known kinds for an unknown one", () => {
  assertRefused(
    { ...RING, dataset: { kind: "mnsit" } },
    '"dataset.kind" in "a.ts" as it must be one of "mnist", "stacked-mnist", "ring", "grid", "mixture": value is "mnsit". Did you mean "mnist"?',
  );
  assertRefused(
    { ...RING, dataset: {} },
    '"dataset.kind" in "a.ts" as it must be one of "mnist", "stacked-mnist", "ring", "grid", "mixture": it is missing',
  );
  assertRefused(
    {
      ...RING,
      base: { objective: "minmax", optimizer: { kind: "sgd" } },
      variants: { vanilla: { generator: { kind: "mpl" } } },
    },
    '"base.objective" in "a.ts" as it must be one of "non-saturating", "minimax", "wasserstein": value is "minmax". Did you mean "minimax"?',
    '"base.optimizer.kind" in "a.ts" as it must be "adam": value is "sgd"',
    '"variants.vanilla.generator.kind" in "a.ts" as it must be one of "mlp", "dcgan": value is "mpl". Did you mean "mlp"?',
  );
});
