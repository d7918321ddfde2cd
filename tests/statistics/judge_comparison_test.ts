import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import type { ComparisonClaim } from "../../src/statistics/claim.ts";
import { judgeComparison } from "../../src/statistics/judge_comparison.ts";
import { computeHedgesG } from "../../src/statistics/effect_size.ts";
import { testRankSum } from "../../src/statistics/mann_whitney_test.ts";
import { testPaired } from "../../src/statistics/paired_test.ts";
import { testWelch } from "../../src/statistics/welch_test.ts";

const claim: ComparisonClaim = {
  metric: "class_entropy",
  better: "minibatch-discrimination",
  than: "vanilla",
  test: "welch",
};
const high = { 1: 2.2, 2: 2.25, 3: 2.3 }, low = { 1: 0.5, 2: 0.6, 3: 0.7 };

Deno.test("judgeComparison() shows a difference on the claimed side, with its numbers", () => {
  const result = judgeComparison(claim, { better: high, than: low, direction: "higher" });
  const expected = testWelch([2.2, 2.25, 2.3], [0.5, 0.6, 0.7]);
  assertEquals(result, {
    ...claim,
    verdict: "shown",
    difference: expected.difference,
    low: expected.low,
    high: expected.high,
    pValue: expected.pValue,
    adjustedP: expected.pValue,
    adjusted: { level: 0.95, low: expected.low, high: expected.high },
    effectSize: computeHedgesG([2.2, 2.25, 2.3], [0.5, 0.6, 0.7]),
    dominance: 1,
    rankP: testRankSum([4, 5, 6], [1, 2, 3]).pValue,
    moreSeeds: null,
    n: [3, 3],
    unpaired: [],
    reason: 'class_entropy of "minibatch-discrimination" is higher than of "vanilla" by 1.65, ' +
      "95 % interval 1.44 to 1.86 (Welch's t test, p < 0.001, 3 and 3 seeds).",
    toDecide: null,
    need: null,
  });
});

Deno.test("judgeComparison() does not show what lies on the other side", () => {
  const result = judgeComparison(claim, { better: low, than: high, direction: "higher" });
  assertEquals(result.verdict, "not shown");
  assertAlmostEquals(result.difference!, -1.65, 1e-12);
  assertEquals(
    judgeComparison(claim, { better: low, than: high, direction: "lower" }).verdict,
    "shown",
  );
});

Deno.test("judgeComparison() leaves an interval that contains 0 undecided", () => {
  const result = judgeComparison(claim, {
    better: { 1: 1, 2: 2, 3: 3 },
    than: { 1: 0, 2: 2, 3: 3 },
    direction: "higher",
  });
  assertEquals(result.verdict, "undecided");
  assertEquals(
    result.reason,
    'The difference in class_entropy, "minibatch-discrimination" minus "vanilla", is 0.333, and its ' +
      "95 % interval -2.79 to 3.45 contains 0 (Welch's t test, p = 0.770, 3 and 3 seeds).",
  );
});

Deno.test("judgeComparison() counts the seeds that would decide, if all stays as seen", () => {
  const than = { 1: 1, 2: 2, 3: 3, 4: 4 };
  const shift = (by: number) =>
    Object.fromEntries(Object.entries(than).map(([seed, value]) => [seed, value + by]));
  const judgeShift = (by: number) =>
    judgeComparison(claim, { better: shift(by), than, direction: "higher" });
  const near = judgeShift(1.5);
  assertEquals([near.verdict, near.moreSeeds], ["undecided", 9]);
  assertEquals(
    near.toDecide,
    "About 9 more seeds a side would decide with a power of 80 %, if difference and spread stay as seen.",
  );
  const far = judgeShift(0.1);
  assertEquals([far.verdict, far.moreSeeds], ["undecided", null]);
  assertEquals(far.toDecide!.startsWith("More than 100 more seeds a side"), true);
  assertEquals(judgeShift(4).moreSeeds, null);
});

Deno.test("judgeComparison() decides nothing below 3 seeds", () => {
  const evidence = {
    better: { 1: 9, 2: 9 },
    than: { 1: 1, 2: 1, 3: 1 },
    direction: "higher",
  } as const;
  assertEquals(judgeComparison(claim, evidence), {
    ...claim,
    verdict: "undecided",
    difference: 8,
    low: null,
    high: null,
    pValue: null,
    adjustedP: null,
    adjusted: null,
    effectSize: null,
    dominance: null,
    rankP: null,
    moreSeeds: null,
    n: [2, 3],
    unpaired: [],
    reason: "2 and 3 seeds have a value; at least 3 are wanted.",
    toDecide: "At least 3 seeds a side.",
    need: { says: "need.least_a_side", values: { count: 3 } },
  });
  assertEquals(judgeComparison(claim, { ...evidence, better: {} }).difference, null);
});

Deno.test("judgeComparison() pairs by seed, whatever the order, and names seeds without a partner", () => {
  const better = { 3: 9.1, 1: 1.1, 4: 3.2, 2: 5.2, 9: 100 }, than = { 1: 1, 2: 5, 3: 9, 4: 3 };
  const paired = { ...claim, test: "paired" } as const;
  const result = judgeComparison(paired, { better, than, direction: "higher" });
  const expected = testPaired([1.1, 5.2, 9.1, 3.2], [1, 5, 9, 3]);
  assertEquals([result.low, result.pValue, result.n], [expected.low, expected.pValue, [4, 4]]);
  assertEquals(result.verdict, "shown");
  assertEquals(
    result.reason.endsWith("4 paired seeds), without seed 9, which one side lacks."),
    true,
  );
});

Deno.test("judgeComparison() decides exactly between constants, and not between equal ones", () => {
  const one = { 1: 1, 2: 1, 3: 1 }, ten = { 1: 10, 2: 10, 3: 10 };
  const shown = judgeComparison(claim, { better: ten, than: one, direction: "higher" });
  assertEquals([shown.verdict, shown.low, shown.high, shown.pValue], ["shown", 9, 9, 0]);
  assertEquals(shown.reason.includes("no spread between seeds"), true);
  const equal = judgeComparison(claim, { better: ten, than: ten, direction: "higher" });
  assertEquals([equal.verdict, equal.low, equal.high, equal.pValue], ["undecided", 0, 0, 1]);
  assertEquals([equal.moreSeeds, equal.effectSize], [null, null]);
  assertEquals(
    equal.toDecide,
    "The difference seen is 0, so that nothing says how many seeds would decide.",
  );
});

Deno.test("judgeComparison() refuses a value that is not a number", () => {
  assertThrows(
    () => judgeComparison(claim, { better: { ...high, 2: NaN }, than: low, direction: "higher" }),
    RangeError,
    'Cannot summarize "values[1]": value is NaN',
  );
});
