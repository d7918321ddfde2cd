import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { estimateBootstrapInterval } from "../../src/statistics/bootstrap_interval.ts";
import {
  computeInterquartileMean,
  estimateInterquartileMean,
} from "../../src/statistics/interquartile_mean.ts";
import { findQuantile } from "../../src/statistics/quantile.ts";
import { drawResamples } from "../../src/statistics/resample.ts";

Deno.test("drawResamples() gives the same rows again, others for another seed or stratum", () => {
  const [[first, second]] = drawResamples([8, 8]);
  assertEquals(Array.from(drawResamples([8, 8])[0][0]), Array.from(first));
  // Pinned: a report shows the same interval at every run.
  assertEquals(Array.from(first), [0, 3, 7, 5, 5, 1, 0, 1]);
  assert(Array.from(first).join() !== Array.from(second).join());
  assert(Array.from(first).join() !== Array.from(drawResamples([8], { seed: 1 })[0][0]).join());
  assertEquals(drawResamples([3]).length, 2_000);
});

Deno.test("estimateBootstrapInterval() moves and scales with the values", () => {
  const values = [3, 1, 4, 1, 5, 9, 2, 6];
  const plain = estimateBootstrapInterval(values);
  const moved = estimateBootstrapInterval(values.map((value) => 10 + 2 * value));
  assertAlmostEquals(moved.low, 10 + 2 * plain.low, 1e-12);
  assertAlmostEquals(moved.high, 10 + 2 * plain.high, 1e-12);
});

Deno.test("estimateBootstrapInterval() takes any statistic, and has no width without spread", () => {
  const most = (values: number[]) => Math.max(...values);
  assertEquals(estimateBootstrapInterval([1, 2, 3, 4, 5], { statistic: most }).high, 5);
  const { low, high } = estimateBootstrapInterval([0.5, 0.5, 0.5]);
  assertEquals([low, high], [0.5, 0.5]);
});

Deno.test("estimateBootstrapInterval() refuses a single value and a NaN", () => {
  assertThrows(() => estimateBootstrapInterval([1]), RangeError, "at least 2 are wanted");
  assertThrows(() => estimateBootstrapInterval([1, NaN]), RangeError, "value is NaN");
});

Deno.test("computeInterquartileMean() drops whole values, a quarter at each end", () => {
  assertEquals(computeInterquartileMean([1, 2, 3]), 2);
  assertEquals(computeInterquartileMean([1e9, 1, 2, -1e9]), 1.5);
  assertEquals(computeInterquartileMean([100, 1, 2, 3, 4, 5, 6, -100]), 3.5);
  assertThrows(() => computeInterquartileMean([]), RangeError, "there is none");
});

Deno.test("estimateInterquartileMean() draws within strata: constant ones leave no width", () => {
  const { value, low, high } = estimateInterquartileMean([[1, 1, 1], [5, 5, 5]]);
  assertEquals([value, low, high], [3, 3, 3]);
  const mixed = estimateInterquartileMean([[1, 5, 1, 5, 1, 5]]);
  assert(mixed.low < mixed.high);
});

Deno.test("findQuantile() interpolates between neighbours, and ends at the ends", () => {
  assertEquals([0, 0.5, 1].map((p) => findQuantile([1, 2, 10, 20], p)), [1, 6, 20]);
  assertThrows(() => findQuantile([], 0.5), RangeError, "of 0 values");
  assertThrows(() => findQuantile([1], 1.1), RangeError, 'the quantile "1.1"');
});
