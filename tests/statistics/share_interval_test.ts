import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { estimateShare } from "../../src/statistics/share_interval.ts";

Deno.test("estimateShare() of n of n starts at the n-th root of 0.025", () => {
  for (const n of [1, 3, 10, 100]) {
    const { low, high } = estimateShare(n, n);
    assertAlmostEquals(low, 0.025 ** (1 / n), 1e-12);
    assertEquals(high, 1);
  }
});

Deno.test("estimateShare() mirrors when successes and failures change places", () => {
  const one = estimateShare(2, 7), other = estimateShare(5, 7);
  assertAlmostEquals(one.low, 1 - other.high, 1e-12);
  assertAlmostEquals(one.high, 1 - other.low, 1e-12);
});

Deno.test("estimateShare() contains the share and narrows with more trials", () => {
  const few = estimateShare(4, 5), many = estimateShare(80, 100);
  assertEquals(few.share, many.share);
  assert(few.low < many.low && many.low < 0.8 && 0.8 < many.high && many.high < few.high);
});

Deno.test("estimateShare() refuses more successes than trials, and none of none", () => {
  for (const [successes, trials] of [[4, 3], [0, 0], [1.5, 3], [-1, 3]]) {
    assertThrows(
      () => estimateShare(successes, trials),
      RangeError,
      `Cannot estimate a share of "${successes} of ${trials}"`,
    );
  }
});
