import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { computePower, findMoreSeeds, type PlannedTest } from "../../src/statistics/power.ts";

/** A test of two groups of n + `more`, d standard deviations apart. */
const plan = (d: number, n: number) => (more: number): PlannedTest => ({
  difference: d,
  standardError: Math.sqrt(2 / (n + more)),
  degreesOfFreedom: 2 * (n + more) - 2,
  level: 0.95,
});

Deno.test("findMoreSeeds() gives the group sizes of Cohen's tables: 26 for d = 0.8, 64 for 0.5", () => {
  assertEquals(findMoreSeeds(plan(0.8, 10)), 16);
  assertEquals(findMoreSeeds(plan(0.5, 10)), 54);
  assertEquals(findMoreSeeds(plan(0.2, 10)), null); // 394 in all
});

Deno.test("computePower() rises with the effect and falls with the level", () => {
  const powers = [0, 0.2, 0.5, 0.8, 1.2, 3].map((d) => computePower(plan(d, 10)(0)));
  assertEquals(powers, powers.toSorted((a, b) => a - b));
  assertAlmostEquals(powers[0], 0.05, 1e-12);
  assert(powers[5] > 0.9999);
  const strict = computePower({ ...plan(0.8, 10)(0), level: 0.99 });
  assert(strict < powers[3]);
  assertEquals(computePower({ ...plan(0.8, 10)(0), standardError: 1e-6 }), 1);
});

Deno.test("findMoreSeeds() wants fewer seeds for a larger effect", () => {
  const counts = [0.45, 0.6, 0.9, 1.2].map((d) => findMoreSeeds(plan(d, 5))!);
  assertEquals(counts, counts.toSorted((a, b) => b - a));
  assert(counts[0] > counts[3]);
});

Deno.test("computePower() refuses a level of 1", () => {
  assertThrows(
    () => computePower({ ...plan(1, 5)(0), level: 1 }),
    RangeError,
    'Cannot find the critical value of "level"',
  );
});
