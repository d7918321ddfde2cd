import { assertEquals } from "@std/assert";
import * as tf from "@tensorflow/tfjs";
import { openTestEngine } from "../open_test_engine.ts";
import { checkSecondOrder, draw } from "./second_order.ts";

await openTestEngine({ precision: "float64" });

const unary: Record<string, (x: tf.Tensor) => tf.Tensor> = {
  abs: (x) => tf.mul(x, tf.abs(x)),
  atan: tf.atan,
  clipByValue: (x) => tf.clipByValue(tf.square(x), 0.5, 1.5),
  elu: tf.elu,
  erf: tf.erf,
  exp: tf.exp,
  expm1: tf.expm1,
  leakyRelu: (x) => tf.leakyRelu(tf.square(x), 0.2),
  log: (x) => tf.log(tf.abs(x)),
  log1p: (x) => tf.log1p(tf.square(x)),
  logSigmoid: tf.logSigmoid,
  logSoftmax: (x) => tf.logSoftmax(x),
  pow: (x) => tf.pow(tf.abs(x), 2.5),
  reciprocal: (x) => tf.reciprocal(tf.add(tf.square(x), 1)),
  relu: (x) => tf.relu(tf.mul(x, tf.sum(x))),
  relu6: (x) => tf.relu6(tf.mul(tf.square(x), 3)),
  rsqrt: (x) => tf.rsqrt(tf.add(tf.square(x), 1)),
  selu: tf.selu,
  sigmoid: tf.sigmoid,
  sin: tf.sin,
  softmax: (x) => tf.softmax(x),
  softplus: tf.softplus,
  sqrt: (x) => tf.sqrt(tf.abs(x)),
  square: tf.square,
  tanh: tf.tanh,
  where: (x) => tf.where(tf.greater(x, 0), tf.exp(x), tf.square(x)),
};
for (const [name, operation] of Object.entries(unary)) {
  Deno.test(`${name} has the second derivative of finite differences`, () => {
    checkSecondOrder({ x: draw("x", [3, 4]) }, ({ x }) => operation(x));
  });
}

const binary: Record<string, (a: tf.Tensor, b: tf.Tensor) => tf.Tensor> = {
  add: (a, b) => tf.square(tf.add(a, b)),
  atan2: tf.atan2,
  div: (a, b) => tf.div(a, tf.add(tf.square(b), 1)),
  floorDiv: (a, b) => tf.add(tf.mul(a, b), tf.floorDiv(tf.mul(a, 9), tf.exp(b))),
  maximum: (a, b) => tf.square(tf.maximum(a, b)),
  minimum: (a, b) => tf.square(tf.minimum(a, b)),
  mod: (a, b) => tf.square(tf.mod(a, tf.exp(b))),
  mul: tf.mul,
  pow: (a, b) => tf.pow(tf.abs(a), b),
  prelu: (a, b) => tf.prelu(tf.mul(a, b), b),
  squaredDifference: tf.squaredDifference,
  sub: (a, b) => tf.exp(tf.sub(a, b)),
};
for (const [name, operation] of Object.entries(binary)) {
  Deno.test(`${name} of a broadcast input has the second derivative of finite differences`, () => {
    checkSecondOrder({ a: draw("a", [3, 4]), b: draw("b", [4]) }, ({ a, b }) => operation(a, b));
  });
}

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

Deno.test("sqrt of a negative number has the slope NaN", () => {
  assertEquals(tf.grad((x: tf.Tensor) => tf.sqrt(x))(tf.tensor([-1])).dataSync()[0], NaN);
});

Deno.test("maximum() gives a tie to its first input, as TensorFlow does", () => {
  const gradients = tf.grads((a: tf.Tensor, b: tf.Tensor) => tf.maximum(a, b));
  const tie = [tf.tensor([2, 3]), tf.tensor([2])];
  assertEquals(gradients(tie).map((gradient) => [...gradient.dataSync()]), [[1, 1], [0]]);
});
