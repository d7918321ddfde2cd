import { assertEquals } from "@std/assert";
import * as tf from "@tensorflow/tfjs";
import { openTestEngine } from "../open_test_engine.ts";

await openTestEngine();

// Derivatives away from kinks and poles: tests/engine/tensorflow/operations/.

function slopeAtZero(operation: (x: tf.Tensor) => tf.Tensor): number[] {
  const slope = tf.grad((x: tf.Tensor) => operation(x));
  const x = tf.tensor([0]);
  return [slope(x), tf.grad((x: tf.Tensor) => slope(x))(x)].map((value) => value.dataSync()[0]);
}

Deno.test("sqrt and abs have slope 0 at 0, of first and second order", () => {
  assertEquals(slopeAtZero((x) => tf.sqrt(x)), [0, 0]);
  assertEquals(slopeAtZero((x) => tf.sqrt(tf.square(x))), [0, 0]);
  assertEquals(slopeAtZero((x) => tf.abs(x)), [0, 0]);
});

Deno.test("sqrt has slope 0 at 0 on a backend without the kernel DivNoNan too", async () => {
  tf.setBackend("cpu");
  await tf.ready();
  assertEquals(slopeAtZero((x) => tf.sqrt(tf.square(x))), [0, 0]);
  const guarded = tf.grad((b: tf.Tensor) => tf.divNoNan(1, b));
  assertEquals([...guarded(tf.tensor([0, 2])).dataSync()], [0, -0.25]);
  tf.setBackend("tensorflow");
});

Deno.test("sqrt of a negative number has the slope NaN", () => {
  assertEquals(tf.grad((x: tf.Tensor) => tf.sqrt(x))(tf.tensor([-1])).dataSync()[0], NaN);
});

Deno.test("maximum() gives a tie to its first input, as TensorFlow does", () => {
  const gradients = tf.grads((a: tf.Tensor, b: tf.Tensor) => tf.maximum(a, b));
  const tie = [tf.tensor([2, 3]), tf.tensor([2])];
  assertEquals(gradients(tie).map((gradient) => [...gradient.dataSync()]), [[1, 1], [0]]);
});
