import * as tf from "@tensorflow/tfjs";
import { openTestEngine } from "../open_test_engine.ts";
import { checkSecondOrder, draw } from "./second_order.ts";

await openTestEngine({ precision: "float64" });

type Compute = (x: tf.Tensor, filter: tf.Tensor) => tf.Tensor;
type Case = [inputShape: number[], filterShape: number[], Compute];

const convolutions: Record<string, Case> = {
  "conv1d": [
    [2, 7, 2],
    [3, 2, 2],
    (x, filter) => tf.conv1d(x as tf.Tensor3D, filter as tf.Tensor3D, 2, "same"),
  ],
  "conv2d with stride 2": [
    [2, 5, 6, 2],
    [3, 3, 2, 3],
    (x, filter) => tf.conv2d(x as tf.Tensor4D, filter as tf.Tensor4D, 2, "same"),
  ],
  "conv2d without padding": [
    [2, 5, 4, 2],
    [3, 2, 2, 2],
    (x, filter) => tf.conv2d(x as tf.Tensor4D, filter as tf.Tensor4D, 1, "valid"),
  ],
  "conv2dTranspose": [
    [2, 3, 3, 2],
    [5, 5, 3, 2],
    (x, filter) =>
      tf.conv2dTranspose(x as tf.Tensor4D, filter as tf.Tensor4D, [2, 6, 6, 3], 2, "same"),
  ],
  "conv3d": [
    [1, 3, 4, 3, 2],
    [2, 2, 2, 2, 2],
    (x, filter) => tf.conv3d(x as tf.Tensor5D, filter as tf.Tensor5D, 1, "same"),
  ],
  "conv3dTranspose": [
    [1, 2, 2, 2, 2],
    [2, 2, 2, 1, 2],
    (x, filter) =>
      tf.conv3dTranspose(x as tf.Tensor5D, filter as tf.Tensor5D, [1, 4, 4, 4, 1], 2, "same"),
  ],
  "depthwiseConv2d": [
    [2, 5, 4, 2],
    [3, 3, 2, 2],
    (x, filter) => tf.depthwiseConv2d(x as tf.Tensor4D, filter as tf.Tensor4D, 1, "same"),
  ],
};
for (const [name, [inputShape, filterShape, compute]] of Object.entries(convolutions)) {
  Deno.test(`${name} has the second and third derivative of finite differences`, () => {
    const args = { x: draw("x", inputShape), filter: draw("filter", filterShape) };
    checkSecondOrder(args, ({ x, filter }) => tf.tanh(compute(x, filter)));
    checkSecondOrder(args, ({ x, filter }) => {
      const slope = tf.grad((filter: tf.Tensor) => tf.sum(tf.tanh(compute(x, filter))));
      return slope(filter);
    });
  });
}

const poolings: Record<string, [inputShape: number[], (x: tf.Tensor) => tf.Tensor]> = {
  "avgPool": [[2, 5, 5, 2], (x) => tf.avgPool(x as tf.Tensor4D, 3, 2, "same")],
  "maxPool": [[2, 5, 5, 2], (x) => tf.maxPool(x as tf.Tensor4D, 3, 2, "same")],
};
for (const [name, [inputShape, compute]] of Object.entries(poolings)) {
  Deno.test(`${name} has the second and third derivative of finite differences`, () => {
    const x = { x: draw("x", inputShape) };
    checkSecondOrder(x, ({ x }) => tf.square(compute(x)));
    const slope = tf.grad((x: tf.Tensor) => tf.sum(tf.exp(compute(x))));
    checkSecondOrder(x, ({ x }) => slope(x));
  });
}
