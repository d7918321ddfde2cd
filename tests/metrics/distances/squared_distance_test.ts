import { assertEquals } from "@std/assert";
import { measureSquaredDistance } from "../../../src/metrics/distances/squared_distance.ts";

Deno.test("measureSquaredDistance() adds every feature once, for any number of them", () => {
  for (let columns = 0; columns <= 9; columns++) {
    const x = Float64Array.from({ length: columns + 1 }, (_, k) => k);
    const y = new Float64Array(columns + 2);
    // Σ k² from 1 to n is n (n + 1) (2n + 1) / 6.
    const expected = columns * (columns + 1) * (2 * columns + 1) / 6;
    assertEquals(measureSquaredDistance(x, 1, y, 2, columns), expected);
  }
});

Deno.test("measureSquaredDistance() adds in its stated order", () => {
  // (2^53 + 1) loses the 1 where (1 + 1) + 2^53 keeps both.
  const x = Float64Array.of(2 ** 26.5, 0, 1, 1), y = new Float64Array(4);
  const big = x[0] * x[0];
  assertEquals(measureSquaredDistance(x, 0, y, 0, 4), (big + 0) + (1 + 1));
});

Deno.test("measureSquaredDistance() is symmetric to the last bit, and 0 only for equal rows", () => {
  const x = Float64Array.from({ length: 13 }, (_, k) => Math.sin(k) * 10 ** (k % 5));
  const y = x.map((value, k) => k === 7 ? value + 2 ** -40 : value * (1 + k / 1000));
  const forth = measureSquaredDistance(x, 0, y, 0, 13);
  assertEquals(forth, measureSquaredDistance(y, 0, x, 0, 13));
  assertEquals(measureSquaredDistance(x, 0, x, 0, 13), 0);
  assertEquals(forth > 0, true);
});
