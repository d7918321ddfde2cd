import { assertEquals } from "@std/assert";
import * as tf from "@tensorflow/tfjs";
import { openTestEngine } from "../open_test_engine.ts";
import { draw } from "./second_order.ts";

// TensorFlow pools volumes in float32 only, so finite differences are out; flat volumes are pooled as images are.
await openTestEngine();

const pools = {
  "avgPool3d": [
    (x: tf.Tensor) => tf.avgPool3d(x as tf.Tensor5D, [1, 3, 3], [1, 2, 2], "same"),
    (x: tf.Tensor) => tf.avgPool(x as tf.Tensor4D, 3, 2, "same"),
  ],
  "maxPool3d": [
    (x: tf.Tensor) => tf.maxPool3d(x as tf.Tensor5D, [1, 3, 3], [1, 2, 2], "same"),
    (x: tf.Tensor) => tf.maxPool(x as tf.Tensor4D, 3, 2, "same"),
  ],
} as const;
for (const [name, [pool3d, pool2d]] of Object.entries(pools)) {
  Deno.test(`${name} of a flat volume has the second derivative of the pooled image`, () => {
    const [x, v] = [draw("x", [2, 5, 5, 2]), draw("v", [2, 5, 5, 2])];
    const differentiateTwice = (pool: (x: tf.Tensor) => tf.Tensor, shape: number[]) => {
      const slope = tf.grad((x: tf.Tensor) => tf.square(pool(x)));
      return tf.grad((x: tf.Tensor) => tf.mul(slope(x), tf.reshape(v, shape)))(x.reshape(shape));
    };
    assertEquals(
      differentiateTwice(pool3d, [2, 1, 5, 5, 2]).dataSync(),
      differentiateTwice(pool2d, [2, 5, 5, 2]).dataSync(),
    );
  });
}
