import { assertEquals } from "@std/assert";
import * as tf from "@tensorflow/tfjs";
import { openTestEngine } from "../open_test_engine.ts";

await openTestEngine();

// Derivatives where no two elements are equal: tests/engine/tensorflow/operations/.

Deno.test("max and min share the gradient between equal elements", () => {
  const x = tf.tensor([[1, 2, 2], [3, 1, 1]]);
  const gradient = (operation: (x: tf.Tensor) => tf.Tensor) =>
    tf.grad((x: tf.Tensor) => operation(x))(x).arraySync();
  assertEquals(gradient((x) => tf.max(x, 1)), [[0, 0.5, 0.5], [1, 0, 0]]);
  assertEquals(gradient((x) => tf.min(x, 1)), [[1, 0, 0], [0, 0.5, 0.5]]);
});

Deno.test("norm has the gradient 0 at the origin", () => {
  const gradient = tf.grad((x: tf.Tensor) => tf.norm(x))(tf.zeros([3]));
  assertEquals([...gradient.dataSync()], [0, 0, 0]);
});
