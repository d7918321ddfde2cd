import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { computeMeanCovariance } from "../../src/metrics/mean_covariance.ts";

Deno.test("computeMeanCovariance() divides by n - 1, worked by hand", () => {
  const data = Float64Array.of(1, 0, 2, 2, 6, 4);
  const { mean, covariance } = computeMeanCovariance({ data, rows: 3, columns: 2 });
  assertEquals([...mean], [3, 2]);
  assertEquals([...covariance], [7, 5, 5, 4]);
});

Deno.test("computeMeanCovariance() counts the rows past the last block of 256", () => {
  for (const rows of [2, 3, 5, 255, 256, 257, 511, 512, 513]) {
    const data = Float32Array.from({ length: rows }, (_, i) => i);
    // The variance of 0 … n - 1 over n - 1 is n (n + 1) / 12.
    const { covariance } = computeMeanCovariance({ data, rows, columns: 1 });
    assertAlmostEquals(covariance[0] / (rows * (rows + 1) / 12), 1, 1e-14);
  }
});

Deno.test("computeMeanCovariance() loses no digits to a large mean", () => {
  const data = Float64Array.of(1e9, 1e9 + 1, 1e9 + 2);
  assertEquals(computeMeanCovariance({ data, rows: 3, columns: 1 }).covariance[0], 1);
});

Deno.test("computeMeanCovariance() refuses a single row", () => {
  assertThrows(
    () => computeMeanCovariance({ data: Float32Array.of(1, 2), rows: 1, columns: 2 }),
    RangeError,
    'Cannot compute the covariance of features "[1, 2]": rows is 1; at least 2 rows are wanted',
  );
});

Deno.test("computeMeanCovariance() refuses NaN and says where it is", () => {
  assertThrows(
    () => computeMeanCovariance({ data: Float32Array.of(1, 2, 3, NaN), rows: 2, columns: 2 }),
    TypeError,
    'Cannot compute the covariance of features "[2, 2]": row 1, column 1 is NaN',
  );
});

Deno.test("computeMeanCovariance() refuses data of another size", () => {
  assertThrows(
    () => computeMeanCovariance({ data: Float32Array.of(1, 2, 3), rows: 2, columns: 2 }),
    TypeError,
    "data holds 3 values",
  );
});
