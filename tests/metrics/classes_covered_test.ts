import { assertEquals, assertThrows } from "@std/assert";
import { countCoveredClasses } from "../../src/metrics/classes_covered.ts";

Deno.test("countCoveredClasses() counts a class at exactly 1 %, and none below", () => {
  assertEquals(countCoveredClasses([9800, 100, 99, 1]), 2);
  for (const total of [300, 700, 1100, 2900, 10_000, 60_000]) {
    assertEquals(countCoveredClasses([total - total / 100, total / 100]), 2);
  }
});

Deno.test("countCoveredClasses() does not change when all counts double", () => {
  const counts = [500, 3, 12, 0, 485];
  assertEquals(countCoveredClasses(counts), 3);
  assertEquals(countCoveredClasses(counts.map((count) => 2 * count)), 3);
});

Deno.test("countCoveredClasses() refuses a histogram without samples", () => {
  assertThrows(() => countCoveredClasses([]), RangeError, "their sum over 0 bins is 0");
});
