import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { estimateStudentInterval } from "../../src/statistics/student_interval.ts";

Deno.test("estimateStudentInterval() of 1, 2, 3 is 2 ± 4.303 / √3, worked by hand", () => {
  const { mean, low, high } = estimateStudentInterval([1, 2, 3]);
  assertEquals(mean, 2);
  assertAlmostEquals(high - mean, 4.302652729749463 / Math.sqrt(3), 1e-12);
  assertAlmostEquals(mean - low, high - mean, 1e-12);
});

Deno.test("estimateStudentInterval() widens with the level", () => {
  const values = [3, 1, 4, 1, 5];
  const narrow = estimateStudentInterval(values, { level: 0.5 });
  const wide = estimateStudentInterval(values, { level: 0.99 });
  assert(wide.low < narrow.low && narrow.high < wide.high);
});

Deno.test("estimateStudentInterval() has no width for equal values", () => {
  const { low, high } = estimateStudentInterval([0.1, 0.1, 0.1]);
  assertEquals([low, high], [0.1, 0.1]);
});

Deno.test("estimateStudentInterval() refuses a single value", () => {
  assertThrows(
    () => estimateStudentInterval([1]),
    RangeError,
    'Cannot estimate the interval of "values": there is 1; at least 2 are wanted',
  );
});
