import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { computeProbabilities } from "../../src/metrics/class_probabilities.ts";

Deno.test("computeProbabilities() of logits worked by hand", () => {
  const logits = { data: Float32Array.of(0, Math.fround(Math.log(3)), 5, 5), rows: 2, columns: 2 };
  const { data } = computeProbabilities(logits);
  // ln 3 is rounded to float32.
  assertAlmostEquals(data[1], 0.75, 1e-7);
  assertEquals([...data.subarray(2)], [0.5, 0.5]);
});

Deno.test("computeProbabilities() neither overflows nor divides by zero", () => {
  const { data } = computeProbabilities({
    data: Float64Array.of(3000, 0, -3000),
    rows: 1,
    columns: 3,
  });
  assertEquals([...data], [1, 0, 0]);
});

Deno.test("computeProbabilities() refuses NaN with its place", () => {
  assertThrows(
    () => computeProbabilities({ data: Float32Array.of(1, 2, NaN, 0), rows: 2, columns: 2 }),
    TypeError,
    "row 1, column 0 is NaN",
  );
});
