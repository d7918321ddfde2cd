import { assert, assertEquals, assertThrows } from "@std/assert";
import { METRICS } from "../../src/metrics/catalogue.ts";
import { parseExperiment, type ParseExperimentOptions } from "../../src/experiment/parse.ts";
import { SpecError } from "../../src/experiment/spec_error.ts";

const RING = {
  name: "ring",
  question: "Are all modes covered?",
  dataset: { kind: "ring" },
  variants: { vanilla: {}, other: { extends: "vanilla" } },
};
const DIGITS = { ...RING, dataset: { kind: "mnist" } };

function listIssues(
  spec: unknown,
  options: Partial<ParseExperimentOptions> = {},
): readonly string[] {
  return assertThrows(() => parseExperiment(spec, { file: "a.ts", ...options }), SpecError).issues;
}

function assertRefused(spec: unknown, ...expected: string[]): void {
  assertEquals(listIssues(spec), expected.map((line) => `Cannot read ${line}`));
}

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
    '"dataset.radius" in "a.ts" as it must be a number > 0: value is 0',
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

Deno.test("parseExperiment() refuses an experiment without variants", () => {
  assertRefused(
    { ...RING, variants: {} },
    '"variants" in "a.ts" as it must be an object with at least one variant: it is empty',
  );
});

Deno.test("parseExperiment() refuses names that cannot be folders side by side", () => {
  const wanted = "1 to 64 of A-Z a-z 0-9 . _ + -, the first a letter or digit and the last no dot";
  assertRefused(
    {
      ...RING,
      name: "../ring",
      variants: { "a b": {}, "reference": {}, "Vanilla": {}, "vanilla": {}, "v1.": {} },
    },
    `"name" in "a.ts" as it must be ${wanted}: value is "../ring"`,
    `"variants['a b']" in "a.ts" as it must be ${wanted}: value is "a b"`,
    `"variants['v1.']" in "a.ts" as it must be ${wanted}: value is "v1."`,
    '"variants.reference" in "a.ts" as it must be another name, as real data is called so: value is "reference"',
    '"variants.vanilla" in "a.ts" as it must be different from "Vanilla" by more than letter case, as both name folders: value is "vanilla"',
  );
  assertRefused(
    { ...RING, variants: JSON.parse('{ "__proto__": {} }') },
    `"variants.__proto__" in "a.ts" as it must be ${wanted}: value is "__proto__"`,
  );
});

Deno.test("parseExperiment() refuses seeds that are no uint32 or come twice", () => {
  assertRefused(
    { ...RING, seeds: [1, 2, 1, -1, 4_294_967_296, 1.5] },
    '"seeds[3]" in "a.ts" as it must be an integer in 0..4294967295: value is -1',
    '"seeds[4]" in "a.ts" as it must be an integer in 0..4294967295: value is 4294967296',
    '"seeds[5]" in "a.ts" as it must be an integer in 0..4294967295: value is 1.5',
    '"seeds[2]" in "a.ts" as it must be different from the seeds before it: 1 is at [0] already',
  );
  assertRefused(
    { ...RING, seeds: [0, -0] },
    '"seeds[1]" in "a.ts" as it must be different from the seeds before it: 0 is at [0] already',
  );
  assertRefused(
    { ...RING, seeds: [] },
    '"seeds" in "a.ts" as it must be a list of 1 to 10000: value is []',
  );
});

Deno.test("parseExperiment() refuses unknown parents, and names each cycle once", () => {
  assertRefused(
    {
      ...RING,
      variants: {
        vanilla: {},
        self: { extends: "self" },
        a: { extends: "b" },
        b: { extends: "c" },
        c: { extends: "a" },
        leaf: { extends: "a" },
        lost: { extends: "vanila" },
      },
    },
    '"variants.self.extends" in "a.ts" as it must be a variant that does not lead back here: "self" extends itself',
    '"variants.a.extends" in "a.ts" as it must be a variant that does not lead back here: the cycle is a → b → c → a',
    '"variants.lost.extends" in "a.ts" as it must be one of "vanilla", "self", "a", "b", "c", "leaf": value is "vanila". Did you mean "vanilla"?',
  );
  assertRefused(
    { ...RING, variants: { only: { extends: "base" } } },
    '"variants.only.extends" in "a.ts" as it must be left out, as there is no other variant: value is "base"',
  );
});

Deno.test("parseExperiment() refuses a mixture whose weights or centres are wrong", () => {
  assertRefused(
    { ...RING, dataset: { kind: "mixture", centres: [[0, 1], [0, 1]], weights: [1, 2, 3] } },
    '"dataset.centres[1]" in "a.ts" as it must be different from the centres before it: [0,1] is at [0] already',
    '"dataset.weights" in "a.ts" as it must be a list of 2, one weight for each centre: it has 3',
  );
  assertRefused(
    { ...RING, dataset: { kind: "mixture", centres: [[0, 1], [2], [3, NaN]], weights: [1, 0, 1] } },
    '"dataset.centres[1]" in "a.ts" as it must be a list of 2 numbers, [x, y]: value is [2]',
    '"dataset.centres[2][1]" in "a.ts" as it must be a number: value is NaN',
    '"dataset.weights[1]" in "a.ts" as it must be a number > 0: value is 0',
  );
});

/** Metrics of the catalogue that have a better direction on such data, as an error lists them. */
function listClaimable(...kinds: string[]): string {
  const names = Object.values(METRICS)
    .filter(({ better, dataset }) => better !== null && ["both", ...kinds].includes(dataset))
    .map(({ name }) => `"${name}"`);
  assert(names.includes('"frechet_distance"') && !names.includes('"nearest_neighbour_distance"'));
  return names.join(", ");
}

Deno.test("parseExperiment() refuses to run only a variant that is not there", () => {
  assertRefused(
    { ...RING, only: ["vanilla", "othr"] },
    '"only[1]" in "a.ts" as it must be one of the variants "vanilla", "other": value is "othr". Did you mean "other"?',
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

Deno.test("parseExperiment() refuses claims on unknown metrics and variants", () => {
  const known = listClaimable("points");
  const pair = { better: "other", than: "vanilla" };
  assertRefused(
    {
      ...RING,
      claims: [
        { metric: "modes_coverd", ...pair },
        { metric: "class_entropy", ...pair },
        { metric: "frechet_distance_10k", ...pair },
        { metric: "reverse_kl", better: "other", than: "vanila" },
        { metric: "reverse_kl", better: "other", than: "other" },
        { metric: "modes_covered", ...pair },
        { metric: "modes_covered", ...pair, test: "welch" },
      ],
    },
    `"claims[0].metric" in "a.ts" as it must be one of ${known}: value is "modes_coverd". Did you mean "modes_covered"?`,
    `"claims[1].metric" in "a.ts" as it must be one of ${known}: value is "class_entropy". This metric is for digits, and the data are points`,
    `"claims[2].metric" in "a.ts" as it must be one of ${known}: value is "frechet_distance_10k". Write the base name "frechet_distance"; the number of samples is added for you`,
    '"claims[3].than" in "a.ts" as it must be one of "vanilla", "other": value is "vanila". Did you mean "vanilla"?',
    '"claims[4].than" in "a.ts" as it must be another variant than the better one: value is "other"',
    '"claims[6]" in "a.ts" as it must be different from the claims before it: it repeats one',
  );
  assertRefused(
    { ...DIGITS, claims: [{ metric: "nearest_neighbour_distance", ...pair }] },
    `"claims[0].metric" in "a.ts" as it must be one of ${
      listClaimable("images", "digits")
    }: value is "nearest_neighbour_distance". Neither direction of this metric is better`,
  );
  assertRefused(
    {
      ...RING,
      dataset: { kind: "stacked-mnist" },
      claims: [{ metric: "classes_covered", ...pair }],
    },
    `"claims[0].metric" in "a.ts" as it must be one of ${
      listClaimable("images", "stacks")
    }: value is "classes_covered". This metric is for digits, and the data are stacks`,
  );
});

Deno.test("parseExperiment() refuses claims of no form, of both, and bounds that are none or two", () => {
  const metric = "modes_covered", variant = "vanilla";
  const form = "a comparison with better and than, or a bound with variant and atLeast or atMost";
  assertRefused(
    {
      ...RING,
      claims: [
        { metric },
        { metric, better: "other", variant, atLeast: 8 },
        { metric, variant },
        { metric, variant, atLeast: 8, atMost: 8 },
        { metric, atLeast: 8 },
        { metric, better: "other" },
        { metric, variant: "vanila", atMost: 2.5, on: "every seed" },
        { metric: "class_entropy", variant, atLeast: 2 },
        { metric, variant, atLeast: 8, on: "mean" },
        { metric, variant, atLeast: 8 },
      ],
    },
    `"claims[0]" in "a.ts" as it must be ${form}: it has none of these keys`,
    `"claims[1]" in "a.ts" as it must be ${form}: it has better, variant, atLeast`,
    '"claims[2]" in "a.ts" as it must be given one bound, atLeast or atMost: it has neither',
    '"claims[3]" in "a.ts" as it must be given one bound, atLeast or atMost: it has both',
    '"claims[4].variant" in "a.ts" as it must be the name of a variant: it is missing',
    '"claims[5].than" in "a.ts" as it must be the name of a variant: it is missing',
    '"claims[6].variant" in "a.ts" as it must be one of "vanilla", "other": value is "vanila". Did you mean "vanilla"?',
    `"claims[7].metric" in "a.ts" as it must be one of ${
      listClaimable("points")
    }: value is "class_entropy". This metric is for digits, and the data are points`,
    '"claims[9]" in "a.ts" as it must be different from the claims before it: it repeats one',
  );
  assertRefused(
    { ...RING, claims: [{ metric, variant, atLeast: "8", on: "all" }] },
    '"claims[0].atLeast" in "a.ts" as it must be a number: value is "8"',
    '"claims[0].on" in "a.ts" as it must be one of "mean", "every seed": value is "all"',
  );
});

Deno.test("parseExperiment() resolves both forms of claims, and lets a bound be on any metric", () => {
  const { claims } = parseExperiment({
    ...DIGITS,
    claims: [
      { metric: "class_entropy", better: "other", than: "vanilla" },
      { metric: "nearest_neighbour_distance", variant: "other", atLeast: 5, on: "every seed" },
      { metric: "class_entropy", variant: "vanilla", atMost: 0 },
    ],
  }, { file: "a.ts" });
  assertEquals(claims, [
    { metric: "class_entropy", better: "other", than: "vanilla", test: "welch" },
    {
      metric: "nearest_neighbour_distance",
      variant: "other",
      side: "at least",
      bound: 5,
      on: "every seed",
    },
    { metric: "class_entropy", variant: "vanilla", side: "at most", bound: 0, on: "mean" },
  ]);
});

Deno.test("parseExperiment() reports shapes and names together", () => {
  assertRefused(
    {
      ...RING,
      base: { latentDim: 0 },
      claims: [{ metric: "reverse_kl", better: "othr", than: "vanilla" }],
    },
    '"base.latentDim" in "a.ts" as it must be an integer in 1..4096: value is 0',
    '"claims[0].better" in "a.ts" as it must be one of "vanilla", "other": value is "othr". Did you mean "other"?',
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
    '"evaluation.curveSampleCount" in "a.ts" as it must be at most 10000, as there are no more real samples to compare with: value is 20000',
    '"evaluation.every" in "a.ts" as it must be at most 2000, the stepCount of variant "vanilla": value is 2001',
  );
  assertRefused(
    { ...RING, base: { stepCount: 6_000 }, evaluation: { every: 29 } },
    '"evaluation.every" in "a.ts" as it must be at least 30, as a run has at most 200 snapshots: value is 29',
  );
});

Deno.test("parseExperiment() checks presets, whether they are asked for or not", () => {
  assertRefused(
    {
      ...RING,
      presets: {
        quick: {
          seeds: [1, 1],
          base: { stepCount: 0 },
          variants: { vanlla: {} },
          only: ["othr"],
          evaluation: { at: 1 },
          claims: [{ metric: "reverse_kl", better: "none", than: "other" }],
        },
      },
    },
    '"presets.quick.base.stepCount" in "a.ts" as it must be an integer in 1..999999: value is 0',
    '"presets.quick.evaluation.at" in "a.ts" as it must be one of the keys sampleCount, every, curveSampleCount, gridSize, selectBy: key is "at"',
    '"presets.quick.claims[0].better" in "a.ts" as it must be one of "vanilla", "other": value is "none"',
    '"presets.quick.seeds[1]" in "a.ts" as it must be different from the seeds before it: 1 is at [0] already',
    '"presets.quick.only[0]" in "a.ts" as it must be one of the variants "vanilla", "other": value is "othr". Did you mean "other"?',
    '"presets.quick.variants.vanlla" in "a.ts" as it must be one of the variants "vanilla", "other": key is "vanlla". Did you mean "vanilla"?',
  );
  assertRefused(
    { ...RING, presets: { "a/b": {}, "images": { dataset: { kind: "mnist" } } } },
    `"presets['a/b']" in "a.ts" as it must be 1 to 64 of A-Z a-z 0-9 . _ + -, the first a letter or digit and the last no dot: value is "a/b"`,
    '"presets.images.dataset.kind" in "a.ts" as it must be "ring", the kind of the spec\'s own data: value is "mnist"',
  );
  const quick = { base: { stepCount: 200 }, evaluation: { every: 300 } };
  assertEquals(listIssues({ ...RING, presets: { quick } }, { preset: "quick" }), [
    'Cannot read "presets.quick.evaluation.every" in "a.ts" as it must be at most 200, the stepCount of variant "vanilla": value is 300',
  ]);
});

Deno.test("parseExperiment() refuses a preset that the spec has not", () => {
  assertEquals(listIssues({ ...RING, presets: { faithful: {} } }, { preset: "faithfull" }), [
    'Cannot use the preset "faithfull" of "a.ts": it must be one of "faithful". Did you mean "faithful"?',
  ]);
  assertEquals(listIssues(RING, { preset: "quick" }), [
    'Cannot use the preset "quick" of "a.ts": the spec has no presets; one without --preset is wanted',
  ]);
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

Deno.test("parseExperiment() checks the variants and metrics of published numbers", () => {
  const row = { value: 1, source: "a paper", protocol: "its own" };
  assertRefused(
    { ...RING, published: [{ ...row, variant: "vanila", metric: "modes_coverd" }] },
    '"published[0].variant" in "a.ts" as it must be one of "vanilla", "other": value is "vanila". Did you mean "vanilla"?',
    `"published[0].metric" in "a.ts" as it must be one of ${
      Object.keys(METRICS).map((name) => `"${name}"`).join(", ")
    }: value is "modes_coverd". Did you mean "modes_covered"?`,
  );
  assertRefused(
    { ...RING, published: [{ ...row, variant: "other", metric: "reverse_kl", standardError: -1 }] },
    '"published[0].standardError" in "a.ts" as it must be a number >= 0: value is -1',
  );
});
