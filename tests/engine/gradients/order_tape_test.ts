import { assertAlmostEquals, assertThrows } from "@std/assert";
import * as tf from "@tensorflow/tfjs";
import { orderTape } from "../../../src/engine/gradients/order_tape.ts";

await tf.setBackend("cpu");

/** d^2 (x tanh x) / dx^2 = 2 s - 2 x t s, with t = tanh x and s = 1 - t^2. */
function secondDerivative(x: number): number {
  const slope = tf.grad((x: tf.Tensor) => tf.mul(x, tf.tanh(x)));
  return tf.grad((x: tf.Tensor) => slope(x))(tf.scalar(x)).dataSync()[0];
}

const t = Math.tanh(0.5);
const s = 1 - t * t;

Deno.test("orderTape() gives tanh its second derivative, on any backend, and may be called twice", () => {
  assertAlmostEquals(
    secondDerivative(0.5),
    2 * s,
    1e-6,
    "tfjs has mended its tape: drop orderTape",
  );
  orderTape();
  assertAlmostEquals(secondDerivative(0.5), 2 * s - t * s, 1e-6);
  orderTape();
  assertAlmostEquals(secondDerivative(0.5), 2 * s - t * s, 1e-6);
});

Deno.test("orderTape() leaves a chain of saved inputs and outputs in order", () => {
  orderTape();
  // f = exp(2 tanh x): f'' = f (4 s^2 - 4 t s) with t = tanh x, s = 1 - t^2.
  const slope = tf.grad((x: tf.Tensor) => tf.exp(tf.mul(2, tf.tanh(x))));
  const t = Math.tanh(0.3);
  const s = 1 - t * t;
  const value = tf.grad((x: tf.Tensor) => slope(x))(tf.scalar(0.3)).dataSync()[0];
  assertAlmostEquals(value, Math.exp(2 * t) * (4 * s * s - 4 * t * s), 1e-5);
});

Deno.test("orderTape() finds outputs that a customGrad saves", () => {
  orderTape();
  const square = tf.customGrad((x, save) => {
    const value = tf.exp(x as tf.Tensor);
    (save as tf.GradSaveFunc)([value, x as tf.Tensor]);
    return { value, gradFunc: (dy: tf.Tensor, [y]: tf.Tensor[]) => tf.mul(dy, y) };
  });
  const slope = tf.grad((x: tf.Tensor) => square(x));
  const value = tf.grad((x: tf.Tensor) => slope(x))(tf.scalar(0.3)).dataSync()[0];
  assertAlmostEquals(value, Math.exp(0.3), 1e-5);
});

Deno.test("orderTape() refuses a second derivative through what a customGrad made and saved itself", () => {
  orderTape();
  const cube = tf.customGrad((x, save) => {
    const square = tf.square(x as tf.Tensor);
    (save as tf.GradSaveFunc)([square]);
    return {
      value: tf.mul(square, x as tf.Tensor),
      gradFunc: (dy: tf.Tensor, [square]: tf.Tensor[]) => tf.mul(dy, tf.mul(3, square)),
    };
  });
  const slope = tf.grad((x: tf.Tensor) => cube(x));
  assertAlmostEquals(slope(tf.scalar(2)).dataSync()[0], 12);
  assertThrows(
    () => tf.grad((x: tf.Tensor) => slope(x))(tf.scalar(2)),
    Error,
    "twice: its gradient keeps a tensor that is neither its input nor its output",
  );
});
