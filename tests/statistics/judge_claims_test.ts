import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { type Claim, isThreshold } from "../../src/statistics/claim.ts";
import { judgeClaims } from "../../src/statistics/judge_claims.ts";
import { type RunMetrics, summarizeVariants } from "../../src/statistics/summarize_variants.ts";

const runs: RunMetrics[] = [
  ...[8, 8, 8].map((modes, index) => ({ variant: "a", seed: index + 1, metrics: { modes } })),
  ...[1, 2].map((modes, index) => ({ variant: "b", seed: index + 1, metrics: { modes } })),
  { variant: "b", seed: 3, metrics: {}, diverged: "loss is NaN at step 4" },
];

const bound = { metric: "modes", side: "at least", bound: 1 } as const;
const everySeed = (variant: string): Claim => ({ ...bound, variant, on: "every seed" });

Deno.test("judgeClaims() counts a diverged run as a miss on every seed, and in no mean", () => {
  const judged = judgeClaims(
    [everySeed("a"), everySeed("b"), { ...bound, variant: "b", on: "mean" }],
    runs,
    () => "higher",
  );
  assertEquals(judged.map(({ verdict }) => verdict), ["shown", "not shown", "undecided"]);
  assertEquals(judged.map(({ n }) => n), [3, 3, 2]);
});

Deno.test("judgeClaims() counts a run that ended without a value as a miss on every seed", () => {
  const [judged] = judgeClaims(
    [everySeed("a")],
    [...runs, { variant: "a", seed: 4, metrics: { others: 1 } }],
    () => "higher",
  );
  assertEquals([judged.verdict, judged.n], ["not shown", 4]);
});

Deno.test("judgeClaims() leaves a claim on every seed open while a seed has no result, but for a miss", () => {
  const judge = (variant: string, seeds: number[]) =>
    judgeClaims([everySeed(variant)], runs, () => "higher", seeds)[0];
  assertEquals(judge("a", [1, 2, 3]).verdict, "shown");
  const open = judge("a", [1, 2, 3, 4, 5]);
  assertEquals([open.verdict, open.n, open.toDecide], ["undecided", 3, "At least 5 seeds."]);
  assert(open.reason.includes("on 3 of 3 seeds; 2 more have no result (95 %"));
  assertEquals(judge("b", [1, 2, 3, 4]).verdict, "not shown");
});

/** Four seeds of each variant, around its mean with one and the same spread. */
function makeRuns(means: Readonly<Record<string, number>>): RunMetrics[] {
  return Object.entries(means).flatMap(([variant, mean]) =>
    [-1.5, -0.5, 0.5, 1.5].map((offset, seed) => ({
      variant,
      seed,
      metrics: { modes: mean + offset },
    }))
  );
}

const compare = (better: string): Claim => ({
  metric: "modes",
  better,
  than: "none",
  test: "welch",
});

Deno.test("judgeClaims() leaves open among others what alone would be shown, and says so", () => {
  const means = { none: 0, some: 2.4, little: 0.3, less: 0.2 };
  const judge = (...claims: Claim[]) => judgeClaims(claims, makeRuns(means), () => "higher");
  const [alone] = judge(compare("some"));
  assertEquals([alone.verdict, alone.toDecide], ["shown", null]);
  const [among] = judge(compare("some"), compare("little"), compare("less"));
  assert(!isThreshold(among));
  assertEquals([among.verdict, among.moreSeeds], ["undecided", 4]);
  assertAlmostEquals(among.adjustedP!, 3 * among.pValue!, 1e-12);
  assertAlmostEquals(among.adjusted!.level, 1 - 0.05 / 3, 1e-12);
  assert(among.low! > 0 && among.adjusted!.low < 0);
  assertEquals(
    among.reason,
    'The difference in modes, "some" minus "none", is 2.4, 95 % interval 0.166 to 4.63, but the ' +
      "98.3 % interval, which allows for 3 claims, is -0.601 to 5.4 (Welch's t test, p = 0.039, " +
      "with Holm's correction for 3 claims p = 0.117, 4 and 4 seeds).",
  );
});

Deno.test("judgeClaims() lets a sure claim make way for the next, as Holm does and Bonferroni not", () => {
  const runs = makeRuns({ none: 0, sure: 9, some: 2.7 });
  const [sure, some] = judgeClaims([compare("sure"), compare("some")], runs, () => "higher");
  assert(!isThreshold(some) && !isThreshold(sure));
  assertEquals([sure.verdict, some.verdict], ["shown", "shown"]);
  assert(some.pValue! > 0.025 / 2 && some.adjusted!.level === 0.95);
  assertEquals(sure.adjusted!.level, 0.975);
});

Deno.test("judgeClaims() charges a claim nothing for those that are not tested", () => {
  const runs = [...makeRuns({ none: 0, some: 2.4 }), {
    variant: "lone",
    seed: 1,
    metrics: { modes: 1 },
  }];
  const others: Claim[] = [
    compare("lone"),
    { ...bound, variant: "lone", on: "mean" },
    { ...bound, variant: "some", on: "every seed" },
  ];
  const [one] = judgeClaims([compare("some")], runs, () => "higher");
  const [again, ...rest] = judgeClaims([compare("some"), ...others], runs, () => "higher");
  assertEquals(again, one);
  assertEquals(rest.map(({ verdict }) => verdict), ["undecided", "undecided", "not shown"]);
});

Deno.test("judgeClaims() corrects bounds on means together with comparisons", () => {
  const claims: Claim[] = [compare("some"), { ...bound, variant: "some", on: "mean" }];
  const [comparison, mean] = judgeClaims(
    claims,
    makeRuns({ none: 0, some: 3 }),
    () => "higher",
  );
  assert(!isThreshold(comparison) && isThreshold(mean) && mean.on === "mean");
  const [small, large] = [comparison.pValue!, mean.pValue!].toSorted((a, b) => a - b);
  const adjusted = [comparison.adjustedP!, mean.adjustedP!].toSorted((a, b) => a - b);
  assertAlmostEquals(adjusted[0], 2 * small, 1e-12);
  assertAlmostEquals(adjusted[1], Math.max(2 * small, large), 1e-12);
});

Deno.test("summarizeVariants() names diverged runs and averages the others", () => {
  const { a, b } = summarizeVariants(runs, ["a", "b"]);
  assertEquals([a.runs, a.metrics.modes.mean, a.metrics.modes.n], [3, 8, 3]);
  assertEquals([b.runs, b.metrics.modes.mean, b.metrics.modes.n], [3, 1.5, 2]);
  assertEquals(b.diverged, [{ seed: 3, reason: "loss is NaN at step 4" }]);
});
