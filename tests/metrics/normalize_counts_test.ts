import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { normalizeCounts } from "../../src/metrics/normalize_counts.ts";
import { normalizePair } from "../../src/metrics/normalize_pair.ts";

Deno.test("normalizeCounts() divides by the sum", () => {
  assertEquals(normalizeCounts([5, 0, 15]), [0.25, 0, 0.75]);
});

Deno.test("normalizeCounts() gives shares that sum to 1", () => {
  const total = normalizeCounts([3, 1, 4, 1, 5, 9, 2, 6]).reduce((sum, share) => sum + share, 0);
  assertAlmostEquals(total, 1, 1e-15);
});

Deno.test("normalizeCounts() refuses a negative count, NaN and Infinity", () => {
  for (const bad of [-1, NaN, Infinity]) {
    assertThrows(
      () => normalizeCounts([1, bad]),
      RangeError,
      `Cannot normalize "counts[1]": value is ${bad}; a finite number >= 0 is wanted`,
    );
  }
});

Deno.test("normalizePair() refuses histograms of different bins", () => {
  assertThrows(
    () => normalizePair([1, 2], [1, 2, 3]),
    TypeError,
    'Cannot compare histograms "[2]" and "[3]": their bins differ',
  );
});
