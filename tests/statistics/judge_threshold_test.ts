import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { judgeEverySeed } from "../../src/statistics/judge_every_seed.ts";
import { judgeMeanBound } from "../../src/statistics/judge_mean_bound.ts";
import { estimateStudentInterval } from "../../src/statistics/student_interval.ts";

const bounded = { metric: "modes_covered_20", variant: "vanilla", side: "at most" } as const;
const onMean = { ...bounded, bound: 2.5, on: "mean" } as const;
const onSeeds = {
  metric: "modes_covered_20",
  variant: "packing-2",
  side: "at least",
  bound: 8,
  on: "every seed",
} as const;

Deno.test("judgeMeanBound() shows a mean whose interval keeps to the bound", () => {
  const values = { 1: 1, 2: 2, 3: 1, 4: 2 };
  const { verdict, mean, low, high, n, reason } = judgeMeanBound(onMean, values);
  const expected = estimateStudentInterval([1, 2, 1, 2]);
  assertEquals([verdict, mean, n], ["shown", 1.5, 4]);
  assertAlmostEquals(low!, expected.low, 1e-12);
  assertAlmostEquals(high!, expected.high, 1e-12);
  assertEquals(
    reason,
    'modes_covered_20 of "vanilla" is 1.5 on average, 95 % interval 0.581 to 2.42, ' +
      "which is at most 2.5 (t test, p = 0.041, 4 seeds).",
  );
});

Deno.test("judgeMeanBound() tells beyond the bound from around it, on both sides", () => {
  const around = { 1: 1, 2: 2, 3: 4, 4: 2 }, beyond = { 1: 6, 2: 7, 3: 6, 4: 7 };
  assertEquals(judgeMeanBound(onMean, around).verdict, "undecided");
  assertEquals(judgeMeanBound(onMean, beyond).verdict, "not shown");
  const least = { ...onMean, side: "at least" } as const;
  assertEquals(judgeMeanBound(least, around).verdict, "undecided");
  assertEquals(judgeMeanBound(least, beyond).verdict, "shown");
  assertEquals(judgeMeanBound(least, { 1: 0, 2: 0.1, 3: 0 }).verdict, "not shown");
});

Deno.test("judgeMeanBound() counts constant values on the bound as kept to it", () => {
  const claim = { ...onMean, side: "at least", bound: 8 } as const;
  const { verdict, low, high, pValue, reason } = judgeMeanBound(claim, { 1: 8, 2: 8, 3: 8 });
  assertEquals([verdict, low, high, pValue], ["shown", 8, 8, 0]);
  assertEquals(reason.endsWith("3 seeds, no spread between them)."), true);
  assertEquals(judgeMeanBound({ ...claim, bound: 8.1 }, { 1: 8, 2: 8, 3: 8 }).verdict, "not shown");
});

Deno.test("judgeMeanBound() and judgeEverySeed() decide nothing below 3 seeds", () => {
  const mean = judgeMeanBound(onMean, { 1: 1, 2: 1 });
  assertEquals([mean.verdict, mean.mean, mean.low, mean.n], ["undecided", 1, null, 2]);
  assertEquals(mean.reason, "2 seeds have a value; at least 3 are wanted.");
  assertEquals(judgeMeanBound(onMean, {}).mean, null);
  const seeds = judgeEverySeed(onSeeds, { 1: 8, 2: 7 });
  assertEquals([seeds.verdict, seeds.held, seeds.low, seeds.n], ["undecided", 1, null, 2]);
  assertEquals(seeds.reason, "1 of 2 seeds keep to it; at least 3 are wanted.");
});

Deno.test("judgeEverySeed() shows what all seeds keep to, and how sure that is of others", () => {
  const values = Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((seed) => [seed, 8]));
  const { verdict, held, n, low, high, reason } = judgeEverySeed(onSeeds, values);
  assertEquals([verdict, held, n, high], ["shown", 10, 10, 1]);
  assertAlmostEquals(low!, 0.025 ** 0.1, 1e-12);
  assertEquals(
    reason,
    'modes_covered_20 of "packing-2" is at least 8 on 10 of 10 seeds ' +
      "(95 % interval of the share of all seeds that do: 69 to 100 %).",
  );
});

Deno.test("judgeEverySeed() is refuted by one miss, and a run without a value is one", () => {
  const missed = judgeEverySeed(onSeeds, { 1: 8, 2: 7, 3: 8 });
  assertEquals([missed.verdict, missed.held], ["not shown", 2]);
  assertEquals(missed.reason.includes("on 2 of 3 seeds, not on seed 2 (7) ("), true);
  const diverged = judgeEverySeed(onSeeds, { 1: 8, 2: 8, 3: null });
  assertEquals([diverged.verdict, diverged.held], ["not shown", 2]);
  assertEquals(diverged.reason.includes("not on seed 3 (no value)"), true);
});

Deno.test("judgeEverySeed() rounds the interval of the share outwards", () => {
  const { reason } = judgeEverySeed(onSeeds, { 1: 1, 2: 1, 3: 1 });
  assertEquals(reason.includes("0 to 71 %"), true, reason);
});

Deno.test("both judges of bounds write the bound in full, and no miss as if it kept to it", () => {
  const values = { 1: 1234, 2: 1230, 3: 1234.6 };
  const limit = { ...bounded, bound: 1234.4 };
  const { reason } = judgeEverySeed({ ...limit, on: "every seed" }, values);
  assertEquals(
    reason.includes("at most 1234.4 on 2 of 3 seeds, not on seed 3 (1234.6)"),
    true,
    reason,
  );
  const mean = judgeMeanBound({ ...limit, on: "mean" }, values).reason;
  assertEquals(mean.includes("which contains 1234.4"), true, mean);
});

Deno.test("both judges of bounds refuse a value that is not a number", () => {
  const values = { 1: 1, 2: NaN, 3: 1 };
  assertThrows(() => judgeMeanBound(onMean, values), RangeError, "value is NaN");
  assertThrows(
    () => judgeEverySeed(onSeeds, values),
    RangeError,
    'Cannot judge "modes_covered_20" of seed "2": value is NaN',
  );
});
