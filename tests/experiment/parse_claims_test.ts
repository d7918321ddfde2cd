import { assert, assertEquals } from "@std/assert";
import { METRICS } from "../../src/metrics/catalogue.ts";
import { parseExperiment } from "../../src/experiment/parse.ts";
import { assertRefused, DIGITS, RING } from "./assert_refused.ts";

/** Metrics of the catalogue that have a better direction on such data, as an error lists them. */
function listClaimable(...kinds: string[]): string {
  const names = Object.values(METRICS)
    .filter(({ better, dataset }) => better !== null && ["both", ...kinds].includes(dataset))
    .map(({ name }) => `"${name}"`);
  assert(names.includes('"frechet_distance"') && !names.includes('"nearest_neighbour_distance"'));
  return names.join(", ");
}

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
    '"claims[3].than" in "a.ts" as it must be one of the variants "vanilla", "other": value is "vanila". Did you mean "vanilla"?',
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
    '"claims[6].variant" in "a.ts" as it must be one of the variants "vanilla", "other": value is "vanila". Did you mean "vanilla"?',
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

Deno.test("parseExperiment() takes a key that holds undefined as one that is left out", () => {
  const { claims, variants } = parseExperiment({
    ...RING,
    seeds: undefined,
    variants: { vanilla: { latentDim: undefined, generator: { channels: undefined } }, other: {} },
    claims: [
      { metric: "modes_covered", better: "other", than: "vanilla", variant: undefined },
      { better: undefined, than: undefined, variant: "other", metric: "modes_covered", atLeast: 1 },
    ],
  }, { file: "a.ts" });
  assertEquals(variants.vanilla.latentDim, 64);
  assertEquals(claims, [
    { metric: "modes_covered", better: "other", than: "vanilla", test: "welch" },
    { metric: "modes_covered", variant: "other", side: "at least", bound: 1, on: "mean" },
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
    '"claims[0].better" in "a.ts" as it must be one of the variants "vanilla", "other": value is "othr". Did you mean "other"?',
  );
});

Deno.test("parseExperiment() checks the variants and metrics of published numbers", () => {
  const row = { value: 1, source: "a paper", protocol: "its own" };
  assertRefused(
    { ...RING, published: [{ ...row, variant: "vanila", metric: "modes_coverd" }] },
    '"published[0].variant" in "a.ts" as it must be one of the variants "vanilla", "other": value is "vanila". Did you mean "vanilla"?',
    `"published[0].metric" in "a.ts" as it must be one of ${
      listClaimable("points")
    }: value is "modes_coverd". Did you mean "modes_covered"?`,
  );
  assertRefused(
    { ...RING, published: [{ ...row, variant: "other", metric: "modes_captured" }] },
    `"published[0].metric" in "a.ts" as it must be one of ${
      listClaimable("points")
    }: value is "modes_captured". This metric is for stacks, and the data are points`,
  );
  assertRefused(
    { ...RING, published: [{ ...row, variant: "other", metric: "reverse_kl", standardError: -1 }] },
    '"published[0].standardError" in "a.ts" as it must be a number >= 0: value is -1',
  );
  const twice = { ...row, variant: "other", metric: "reverse_kl" };
  assertRefused(
    { ...RING, published: [twice, { ...twice, source: "another" }, { ...twice, value: 2 }] },
    '"published[2]" in "a.ts" as it must be different from the numbers before it in variant, metric, source or protocol: it repeats one',
  );
});
