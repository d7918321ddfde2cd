import { assertEquals } from "@std/assert";
import * as tf from "@tensorflow/tfjs";
import { openTestEngine } from "../open_test_engine.ts";
import { checkSecondOrder, draw } from "./second_order.ts";

await openTestEngine({ precision: "float64" });

const cases: Record<string, (x: tf.Tensor) => tf.Tensor> = {
  "broadcastTo": (x) => tf.square(tf.broadcastTo(tf.expandDims(tf.square(x), 1), [2, 5, 3, 4])),
  "logSumExp": (x) => tf.logSumExp(x, [0, 2]),
  "max along an axis": (x) => tf.square(tf.max(x, 1)),
  "max of all": (x) => tf.square(tf.max(x)),
  "mean along an axis": (x) => tf.square(tf.mean(tf.square(x), -1, true)),
  "mean of all": (x) => tf.square(tf.mean(tf.square(x))),
  "min along an axis": (x) => tf.square(tf.min(x, [0, 2])),
  "moments": (x) => tf.sqrt(tf.moments(x, [1]).variance),
  "norm": (x) => tf.norm(x, "euclidean", 2),
  "sum along an axis": (x) => tf.square(tf.sum(tf.square(x), [1, 2])),
  "sum of all": (x) => tf.square(tf.sum(tf.square(x))),
  "tile": (x) => tf.square(tf.tile(tf.square(x), [3, 1, 2])),
};
for (const [name, operation] of Object.entries(cases)) {
  Deno.test(`${name} has the second derivative of finite differences`, () => {
    checkSecondOrder({ x: draw("x", [2, 3, 4]) }, ({ x }) => operation(x));
  });
}

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
