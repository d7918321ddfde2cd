import { assertAlmostEquals, assertEquals } from "@std/assert";
import * as tf from "@tensorflow/tfjs";
import { initAdam, updateAdam } from "../../../src/engine/optimizers/adam.ts";
import { checkGradients } from "../check_gradients.ts";
import { openTestEngine } from "../open_test_engine.ts";

await openTestEngine({ precision: "float64" });

const settings = { beta1: 0.5, beta2: 0.75, epsilon: 2 ** -20, learningRate: 0.125 };

Deno.test("updateAdam() moves by the learning rate at the first step, whatever the gradient's size", () => {
  const parameters = { w: tf.tensor([1, 1]) };
  const gradients = { w: tf.tensor([100, -3]) };
  const update = updateAdam(gradients, initAdam(parameters), parameters, settings);
  const [first, second] = update.parameters.w.dataSync();
  assertAlmostEquals(first, 1 - 0.125, 1e-6);
  assertAlmostEquals(second, 1 + 0.125, 1e-6);
});

Deno.test("updateAdam() follows algorithm 1 over three steps", () => {
  const gradients = [0.5, -0.25, 2];
  let [m, v, w] = [0, 0, 1];
  gradients.forEach((gradient, index) => {
    const t = index + 1;
    m = 0.5 * m + 0.5 * gradient;
    v = 0.75 * v + 0.25 * gradient ** 2;
    w -= 0.125 * (m / (1 - 0.5 ** t)) / (Math.sqrt(v / (1 - 0.75 ** t)) + 2 ** -20);
  });
  let parameters: Readonly<Record<string, tf.Tensor>> = { w: tf.scalar(1) };
  let state = initAdam(parameters);
  for (const gradient of gradients) {
    ({ parameters, state } = updateAdam({ w: tf.scalar(gradient) }, state, parameters, settings));
  }
  assertAlmostEquals(parameters.w.dataSync()[0], w, 1e-12);
  assertEquals(state.updateCount.dataSync()[0], 3);
});

Deno.test("updateAdam() leaves its arguments as they were", () => {
  const parameters = { w: tf.scalar(1) };
  const state = initAdam(parameters);
  updateAdam({ w: tf.scalar(1) }, state, parameters, settings);
  assertEquals(parameters.w.dataSync()[0], 1);
  assertEquals(state.updateCount.dataSync()[0], 0);
});

Deno.test("updateAdam() can be differentiated through", () => {
  const parameters = { w: tf.tensor([1, -2]) };
  checkGradients({ gradient: tf.tensor([0.5, -0.75]) }, ({ gradient }) => {
    const update = updateAdam({ w: gradient }, initAdam(parameters), parameters, {
      ...settings,
      epsilon: 0.5,
    });
    return tf.sum(tf.mul(update.parameters.w, tf.tensor([1, 2])));
  });
});
