import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { subtractPairs, testPaired } from "../../src/statistics/paired_test.ts";
import { testWelch } from "../../src/statistics/welch_test.ts";

Deno.test("testWelch() of 1, 2, 3 against 3, 4, 5, worked by hand", () => {
  // Standard error √(1/3 + 1/3), 4 degrees of freedom, t = -√6.
  const { difference, low, high, pValue, degreesOfFreedom } = testWelch([1, 2, 3], [3, 4, 5]);
  assertEquals(difference, -2);
  assertAlmostEquals(degreesOfFreedom, 4, 1e-12);
  assertAlmostEquals(high - difference, 2.7764451051977934 * Math.sqrt(2 / 3), 1e-9);
  assertAlmostEquals(difference - low, high - difference, 1e-12);
  // ν = 4: p = 1 - (3/2) s + s³/2 with s = |t| / √(ν + t²) = √0.6.
  const s = Math.sqrt(0.6);
  assertAlmostEquals(pValue, 1 - 1.5 * s + 0.5 * s ** 3, 1e-12);
});

Deno.test("both tests turn their sign when the sides change places", () => {
  const a = [3, 1, 4, 1.5], b = [2, 7, 1, 8];
  for (const test of [testWelch, testPaired]) {
    const one = test(a, b), other = test(b, a);
    assertAlmostEquals(one.difference, -other.difference, 1e-14);
    assertAlmostEquals(one.low, -other.high, 1e-12);
    assertAlmostEquals(one.pValue, other.pValue, 1e-14);
  }
});

Deno.test("both tests are exact for constant values", () => {
  for (const test of [testWelch, testPaired]) {
    const equal = test([0.1, 0.1, 0.1], [0.1, 0.1, 0.1]);
    assertEquals([equal.difference, equal.low, equal.high, equal.pValue], [0, 0, 0, 1]);
    const apart = test([10, 10, 10], [1, 1, 1]);
    assertEquals([apart.difference, apart.low, apart.high, apart.pValue], [9, 9, 9, 0]);
  }
});

Deno.test("subtractPairs() finds differences equal that only rounding tells apart", () => {
  const first = [0.3, 0.5, 0.7, 1.1], second = [0.1, 0.3, 0.5, 0.9];
  assertEquals(new Set(subtractPairs(first, second)).size, 1);
  assertEquals(testPaired(first, second).pValue, 0);
  assertEquals(subtractPairs([3, 2.001], [1, 0]), [2, 2.001]);
});

Deno.test("testWelch() takes the degrees of the only side that varies", () => {
  assertAlmostEquals(testWelch([10, 10, 10, 10], [1, 2, 3]).degreesOfFreedom, 2, 1e-12);
});

Deno.test("testPaired() sees what all seeds share, where testWelch() does not", () => {
  const better = [1.1, 5.2, 9.1, 3.2], than = [1, 5, 9, 3];
  assertAlmostEquals(testPaired(better, than).difference, 0.15, 1e-12);
  assertEquals(testPaired(better, than).low > 0, true);
  assertEquals(testWelch(better, than).low > 0, false);
});

Deno.test("testWelch() refuses a side of one value", () => {
  assertThrows(
    () => testWelch([1, 2], [1]),
    RangeError,
    'Cannot test groups of "2 and 1" values: at least 2 are wanted in each',
  );
});

Deno.test("testPaired() refuses sides of different length, and a single pair", () => {
  assertThrows(() => testPaired([1, 2], [1]), TypeError, 'Cannot pair "2 and 1" values');
  assertThrows(
    () => testPaired([1], [2]),
    RangeError,
    'Cannot test "1" pair: at least 2 are wanted',
  );
});
