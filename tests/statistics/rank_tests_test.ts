import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { drawNormal } from "../../src/engine/random.ts";
import { computeDominance } from "../../src/statistics/dominance.ts";
import { testRankSum } from "../../src/statistics/mann_whitney_test.ts";
import { testSignedRanks } from "../../src/statistics/wilcoxon_test.ts";

const draw = (step: number, count: number): number[] => [
  ...drawNormal({ seed: 3, stream: "tests/ranks", step }, count),
];

Deno.test("testSignedRanks() of 4 differences of one sign has the least p there is, 2 / 16", () => {
  const { statistic, pValue, isExact } = testSignedRanks([0.1, 2, 3, 40]);
  assertEquals([statistic, pValue, isExact], [10, 0.125, true]);
  assertEquals(testSignedRanks([-0.1, -2, -3, -40]).pValue, 0.125);
});

Deno.test("testSignedRanks() drops zeros, and decides nothing when all are", () => {
  assertEquals(testSignedRanks([0, 1, 2, 0, 3]), testSignedRanks([1, 2, 3]));
  assertEquals(testSignedRanks([0, 0, 0]).pValue, 1);
});

Deno.test("testRankSum() of 4 and 4 apart has the least p there is, 2 / 70", () => {
  const { statistic, pValue } = testRankSum([5, 6, 7, 8], [1, 2, 3, 4]);
  assertEquals(statistic, 16);
  assertAlmostEquals(pValue, 2 / 70, 1e-15);
});

Deno.test("both tests of ranks see only the order of values", () => {
  const a = draw(0, 7), b = draw(1, 9);
  const stretch = (values: number[]) => values.map((value) => Math.exp(3 * value));
  assertEquals(testRankSum(a, b), testRankSum(stretch(a), stretch(b)));
  const cube = a.map((value) => value ** 3);
  assertEquals(testSignedRanks(a), testSignedRanks(cube));
});

Deno.test("both tests of ranks keep p when the sides change places", () => {
  const a = draw(2, 6).map((value) => Math.round(2 * value));
  const b = draw(3, 8).map((value) => Math.round(2 * value) + 1);
  const one = testRankSum(a, b), other = testRankSum(b, a);
  assertAlmostEquals(one.pValue, other.pValue, 1e-14);
  assertEquals(one.statistic + other.statistic, 48);
  const differences = draw(4, 9).map((value) => Math.round(2 * value));
  const negated = differences.map((value) => -value);
  assertAlmostEquals(testSignedRanks(differences).pValue, testSignedRanks(negated).pValue, 1e-14);
});

Deno.test("the exact tests of ranks are close to the normal ones at 30 a side", () => {
  const a = draw(5, 30), b = draw(6, 30).map((value) => value + 0.5);
  for (const test of [(method: "exact" | "normal") => testRankSum(a, b, { method }).pValue]) {
    assertAlmostEquals(test("exact"), test("normal"), 0.01);
  }
  const exact = testSignedRanks(a, { method: "exact" });
  assertAlmostEquals(exact.pValue, testSignedRanks(a, { method: "normal" }).pValue, 0.01);
});

Deno.test("the tests of ranks refuse an empty group and a value that is no number", () => {
  assertThrows(() => testRankSum([], [1]), RangeError, 'Cannot rank groups of "0 and 1" values');
  assertThrows(() => testRankSum([NaN], [1]), RangeError, "none that is not finite");
  assertThrows(
    () => testSignedRanks([1, Infinity]),
    RangeError,
    'Cannot rank "differences[1]": value is Infinity; a finite number is wanted',
  );
});

Deno.test("computeDominance() is 1, 0 and -1 where it should be, and U in other words", () => {
  assertEquals(computeDominance([3, 4], [1, 2]), 1);
  assertEquals(computeDominance([1, 2], [3, 4]), -1);
  assertEquals(computeDominance([1, 1], [1, 1]), 0);
  const a = draw(7, 5), b = draw(8, 6);
  assertAlmostEquals(computeDominance(a, b), 2 * testRankSum(a, b).statistic / 30 - 1, 1e-14);
  assert(Math.abs(computeDominance(a, b)) <= 1);
  assertThrows(() => computeDominance([], [1]), RangeError, 'Cannot compare groups of "0 and 1"');
});
