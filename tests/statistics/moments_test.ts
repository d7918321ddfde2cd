import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { computeMoments } from "../../src/statistics/moments.ts";

Deno.test("computeMoments() divides by n - 1, worked by hand", () => {
  assertEquals(computeMoments([2, 4, 9]), { n: 3, mean: 5, sd: Math.sqrt(13) });
});

Deno.test("computeMoments() moves with a shift and keeps the deviation", () => {
  const values = [0.3, 1.7, 2.9, 0.4];
  const moved = computeMoments(values.map((value) => value + 1e6)), plain = computeMoments(values);
  assertAlmostEquals(moved.mean, plain.mean + 1e6, 1e-9);
  assertAlmostEquals(moved.sd!, plain.sd!, 1e-9);
});

Deno.test("computeMoments() is exact for equal values", () => {
  for (const value of [0.1, 1 / 3, -7e-9, 1e12 + 0.1]) {
    assertEquals(computeMoments(Array(7).fill(value)), { n: 7, mean: value, sd: 0 });
  }
});

Deno.test("computeMoments() has no deviation for one value", () => {
  assertEquals(computeMoments([4]), { n: 1, mean: 4, sd: null });
});

Deno.test("computeMoments() refuses no value, NaN and Infinity", () => {
  assertThrows(() => computeMoments([]), RangeError, 'Cannot summarize "values": there is none');
  for (const bad of [NaN, Infinity]) {
    assertThrows(
      () => computeMoments([1, bad]),
      RangeError,
      `Cannot summarize "values[1]": value is ${bad}; a finite number is wanted`,
    );
  }
});
