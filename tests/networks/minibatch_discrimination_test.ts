import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import * as tf from "@tensorflow/tfjs";
import { applyMinibatchDiscrimination } from "../../src/networks/minibatch_discrimination.ts";
import { openTestEngine } from "../engine/open_test_engine.ts";

await openTestEngine({ precision: "float64" });

// One feature, T = [1]: M_i is the feature itself.
const parameters = { "mbd/kernel": tf.tensor([[1]]) };
const features = tf.tensor([[0], [1], [3]]);

function apply(reduction: "sum" | "mean", x: tf.Tensor = features): number[] {
  const options = { kernels: 1, dimensions: 1, reduction };
  const output = applyMinibatchDiscrimination(parameters, "mbd", x, options);
  assertEquals(output.shape, [x.shape[0], 2]);
  return [...tf.slice(output, [0, 1], [-1, 1]).dataSync()];
}

Deno.test("applyMinibatchDiscrimination() sums exp(-distance) over the other samples, as by hand", () => {
  const [first, second, third] = apply("sum");
  assertAlmostEquals(first, Math.exp(-1) + Math.exp(-3), 1e-12);
  assertAlmostEquals(second, Math.exp(-1) + Math.exp(-2), 1e-12);
  assertAlmostEquals(third, Math.exp(-3) + Math.exp(-2), 1e-12);
});

Deno.test("applyMinibatchDiscrimination() divides by the number of others for the mean", () => {
  apply("mean").forEach((value, row) => assertAlmostEquals(value, apply("sum")[row] / 2, 1e-12));
});

Deno.test("applyMinibatchDiscrimination() gives n - 1 to a batch of one sample repeated", () => {
  assertEquals(apply("sum", tf.tensor([[2], [2], [2], [2]])), [3, 3, 3, 3]);
});

Deno.test("applyMinibatchDiscrimination() keeps the features in front", () => {
  const options = { kernels: 1, dimensions: 1, reduction: "sum" } as const;
  const output = applyMinibatchDiscrimination(parameters, "mbd", features, options);
  assertEquals([...tf.slice(output, [0, 0], [-1, 1]).dataSync()], [0, 1, 3]);
});

Deno.test("applyMinibatchDiscrimination() refuses a batch of one", () => {
  assertThrows(
    () => apply("sum", tf.tensor([[1]])),
    RangeError,
    "Cannot compare samples within a batch of 1: at least 2 are needed",
  );
});

Deno.test("applyMinibatchDiscrimination() compared with the origin sees no other sample, as by hand", () => {
  const closeness = (reduction: "sum" | "mean", x: tf.Tensor) => {
    const options = { kernels: 1, dimensions: 1, reduction, compareWith: "origin" } as const;
    const output = applyMinibatchDiscrimination(parameters, "mbd", x, options);
    return [...tf.slice(output, [0, 1], [-1, 1]).dataSync()];
  };
  const [zero, one, three] = closeness("sum", features);
  assertEquals(zero, 2);
  assertAlmostEquals(one, 2 * Math.exp(-1), 1e-12);
  assertAlmostEquals(three, 2 * Math.exp(-3), 1e-12);
  assertAlmostEquals(closeness("mean", features)[1], Math.exp(-1), 1e-12);
  assertEquals(closeness("sum", tf.tensor([[7], [1], [7]]))[1], one);
});
