import { assertAlmostEquals } from "@std/assert";
import * as tf from "@tensorflow/tfjs";
import { penalizeGradients } from "../../src/objectives/penalize_gradients.ts";
import { checkGradients } from "../engine/check_gradients.ts";
import { openTestEngine } from "../engine/open_test_engine.ts";

await openTestEngine({ precision: "float64" });

const batch = {
  real: tf.tensor([[1, 0], [0, 2]]),
  fake: tf.tensor([[0, 0], [4, -2]]),
  mix: tf.tensor([0.25, 0.5]),
};
const column = (values: number[]) => tf.tensor(values, [values.length, 1]);

Deno.test("penalizeGradients() of a linear discriminator is (|w| - 1)^2", () => {
  const w = column([3, 4]);
  const penalty = penalizeGradients((x) => tf.matMul(x, w), batch);
  assertAlmostEquals(penalty.dataSync()[0], 16, 1e-12);
});

Deno.test("penalizeGradients() looks between the samples, at u real + (1 - u) fake", () => {
  // f(x) = |x|^2 / 2 has slope x: norms of the points [0.25, 0] and [2, 0].
  const penalty = penalizeGradients((x) => tf.mul(0.5, tf.sum(tf.mul(x, x), 1, true)), batch);
  assertAlmostEquals(penalty.dataSync()[0], ((0.25 - 1) ** 2 + (2 - 1) ** 2) / 2, 1e-12);
});

Deno.test("penalizeGradients() has the gradient of finite differences", () => {
  const parameters = { w: tf.tensor([[0.5, -1], [0.75, 0.25]]), v: column([1, -0.5]) };
  checkGradients(
    parameters,
    ({ w, v }) => penalizeGradients((x) => tf.matMul(tf.tanh(tf.matMul(x, w)), v), batch),
  );
});
