import { assertAlmostEquals, assertEquals } from "@std/assert";
import * as tf from "@tensorflow/tfjs";
import { applyHidden, initHidden } from "../../src/networks/hidden_layers.ts";
import { applyMaxout } from "../../src/networks/maxout.ts";
import { openTestEngine } from "../engine/open_test_engine.ts";

await openTestEngine({ precision: "float64" });

const key = { seed: 3, stream: "test", step: 0 };

Deno.test("applyMaxout() takes the largest piece of each unit", () => {
  // Pieces of units a and b: [a1, b1, a2, b2, a3, b3].
  const x = tf.tensor([[1, 5, 2, 4, 3, -1], [0, 0, -1, 2, -2, 1]]);
  assertEquals(applyMaxout(x, 3).arraySync(), [[3, 5], [0, 2]]);
});

Deno.test("initHidden() gives a maxout unit its pieces, and batch normalisation in place of a bias", () => {
  const shapes = (settings: object) =>
    Object.entries(
      initHidden(key, "d", 2, { hidden: [4, 3], activation: "maxout", pieces: 5, ...settings }),
    ).map(([name, { shape }]) => `${name} ${shape}`);
  assertEquals(shapes({}), [
    "d/dense_1/kernel 2,20",
    "d/dense_1/bias 20",
    "d/dense_2/kernel 4,15",
    "d/dense_2/bias 15",
  ]);
  assertEquals(shapes({ batchNorm: true }), [
    "d/dense_1/kernel 2,20",
    "d/norm_1/gain 20",
    "d/norm_1/offset 20",
    "d/dense_2/kernel 4,15",
    "d/norm_2/gain 15",
    "d/norm_2/offset 15",
  ]);
});

Deno.test("initHidden() scales kernels as it is told, and else by Glorot's rule for units, not pieces", () => {
  const deviation = (settings: object) => {
    const parameters = initHidden(key, "d", 300, {
      hidden: [100],
      activation: "maxout",
      pieces: 5,
      ...settings,
    });
    const kernel = parameters["d/dense_1/kernel"];
    return Math.sqrt(tf.mean(tf.square(kernel)).dataSync()[0]);
  };
  // 150,000 draws: the standard error of their deviation is 0.2 % of it.
  assertAlmostEquals(deviation({}), Math.sqrt(2 / 400), 0.01 * Math.sqrt(2 / 400));
  assertAlmostEquals(deviation({ initialStandardDeviation: 0.02 }), 0.02, 2e-4);
});

Deno.test("applyHidden() normalises before the activation", () => {
  const settings = { hidden: [1], activation: "relu", batchNorm: true } as const;
  const parameters = {
    "g/dense_1/kernel": tf.tensor([[3]]),
    "g/norm_1/gain": tf.tensor([2]),
    "g/norm_1/offset": tf.tensor([1]),
  };
  const [low, high] = applyHidden(parameters, "g", tf.tensor([[1], [2]]), settings).dataSync();
  // 3 and 6 normalise to -1 and 1, up to the epsilon; 2 x + 1 makes -1 and 3 of them.
  assertEquals(low, 0);
  assertAlmostEquals(high, 3, 1e-5);
});
