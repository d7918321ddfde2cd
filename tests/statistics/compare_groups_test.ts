import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { compareGroups } from "../../src/statistics/compare_groups.ts";
import { testPaired } from "../../src/statistics/paired_test.ts";
import { testWelch } from "../../src/statistics/welch_test.ts";

const FIRST = { 1: 2, 2: 4, 3: 9, 4: 1 };
const SECOND = { 3: 12, 1: 3, 2: 8, 9: 100 };

Deno.test("compareGroups() pairs the seeds that both sides have, second minus first", () => {
  const [{ test, difference, low, high, pValue, n }] = compareGroups([
    { first: FIRST, second: SECOND },
  ]);
  const expected = testPaired([3, 8, 12], [2, 4, 9]);
  assertEquals([test, n], ["paired", [3, 3]]);
  assertAlmostEquals(difference!, 8 / 3, 1e-15);
  assertEquals([low, high, pValue], [expected.low, expected.high, expected.pValue]);
});

Deno.test("compareGroups() takes groups with fewer common seeds for independent, over all their values", () => {
  const second = { 1: 3, 7: 8, 8: 12 };
  const [{ test, difference, low, n }] = compareGroups([{ first: FIRST, second }]);
  const expected = testWelch([3, 8, 12], [2, 4, 9, 1]);
  assertEquals([test, n], ["welch", [4, 3]]);
  assertAlmostEquals(difference!, expected.difference, 1e-14);
  assertAlmostEquals(low!, expected.low, 1e-12);
});

Deno.test("compareGroups() corrects all tests for one another, and the effect has the difference's sign", () => {
  const clear = { first: { 1: 1, 2: 2, 3: 3 }, second: { 1: 11, 2: 12.1, 3: 12.9 } };
  const none = { first: { 1: 1, 2: 2, 3: 3 }, second: { 1: 2, 2: 1, 3: 3 } };
  const [alone] = compareGroups([clear]);
  const [first, second] = compareGroups([clear, none]);
  assertEquals(alone.adjustedP, alone.pValue);
  assertEquals(first.adjustedP, 2 * first.pValue!);
  assertEquals([first.adjusted!.level, second.adjusted!.level], [0.975, 0.95]);
  assertEquals([second.difference, second.pValue], [0, 1]);
  assertEquals(first.effectSize!.value > 1, true);
  assertEquals(first.adjusted!.low < first.low!, true);
});

Deno.test("compareGroups() tests nothing below 3 seeds, gives what difference there is, and costs the others nothing", () => {
  const clear = { first: { 1: 1, 2: 2, 3: 3 }, second: { 1: 11, 2: 12.1, 3: 12.9 } };
  const [tested, single, none] = compareGroups([
    clear,
    { first: { 1: 5, 2: 7 }, second: { 1: 6 } },
    { first: { 1: 5 }, second: {} },
  ]);
  assertEquals(tested.adjustedP, tested.pValue);
  assertEquals([single.test, single.difference, single.n], ["paired", 1, [1, 1]]);
  assertEquals([single.pValue, single.adjusted, single.effectSize], [null, null, null]);
  assertEquals([none.difference, none.n], [null, [1, 0]]);
});

Deno.test("compareGroups() says of equal values that they do not differ, without an effect", () => {
  const [{ difference, low, high, pValue, effectSize }] = compareGroups([
    { first: FIRST, second: FIRST },
  ]);
  assertEquals([difference, low, high, pValue, effectSize], [0, 0, 0, 1, null]);
});

Deno.test("compareGroups() refuses a value that is not finite", () => {
  assertThrows(
    () => compareGroups([{ first: FIRST, second: { ...FIRST, 2: NaN } }]),
    RangeError,
  );
});
