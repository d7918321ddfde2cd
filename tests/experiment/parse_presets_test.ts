import { assertEquals } from "@std/assert";
import { assertRefused, listIssues, RING } from "./assert_refused.ts";

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
    '"presets.quick.claims[0].better" in "a.ts" as it must be one of the variants "vanilla", "other": value is "none"',
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

Deno.test("parseExperiment() says of a preset where the mistake was written", () => {
  const short = { a: { stepCount: 100 }, b: { stepCount: 100 } };
  const long = { variants: { b: { stepCount: 30_000 } } };
  assertEquals(
    listIssues({ ...RING, variants: short, presets: { long } }, { preset: "long" }),
    [
      'Cannot read "presets.long.variants.b.stepCount" in "a.ts" as it must be at most 20000, as all variants have snapshots at the same steps, at most 200, and variant "a" ends at 100: value is 30000',
    ],
  );
  const small = { dataset: { kind: "ring", trainCount: 32 } };
  assertEquals(listIssues({ ...RING, presets: { small } }, { preset: "small" }), [
    'Cannot read "base.batchSize" in "a.ts" as it must be at most the 32 points of presets.small.dataset.trainCount: value is 64',
  ]);
});
