import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { estimateShare } from "../../src/statistics/share_interval.ts";

Deno.test("estimateShare() equals scipy's binomtest(k, n).proportion_ci(method='exact')", () => {
  // scipy 1.17.1
  const references = [
    [0, 3, 0, 0.7075982261787],
    [3, 3, 0.2924017738213, 1],
    [9, 10, 0.5549838829718, 0.9974714214555],
    [1, 20, 0.0012650894980, 0.2487327627720],
    [50, 100, 0.3983211295033, 0.6016788704967],
  ] as const;
  for (const [successes, trials, low, high] of references) {
    const found = estimateShare(successes, trials);
    assertAlmostEquals(found.low, low, 1e-11);
    assertAlmostEquals(found.high, high, 1e-11);
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
