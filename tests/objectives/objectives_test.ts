import { assertAlmostEquals, assertEquals } from "@std/assert";
import * as tf from "@tensorflow/tfjs";
import { OBJECTIVES } from "../../src/objectives/catalogue.ts";
import { crossEntropy } from "../../src/objectives/cross_entropy.ts";
import { checkGradients } from "../engine/check_gradients.ts";
import { openTestEngine } from "../engine/open_test_engine.ts";

await openTestEngine({ precision: "float64" });

const value = (tensor: tf.Tensor) => tensor.dataSync()[0];
const column = (values: number[]) => tf.tensor(values, [values.length, 1]);

Deno.test("minimax: the discriminator's loss is 2 log 2 and the generator's -log 2 where D is 1/2", () => {
  const { discriminator, generator } = OBJECTIVES.minimax;
  const even = column([0, 0]);
  assertAlmostEquals(value(discriminator(even, even)), 2 * Math.log(2), 1e-12);
  assertAlmostEquals(value(generator(even)), -Math.log(2), 1e-12);
});

Deno.test("non-saturating: the generator's loss is -log D", () => {
  const probability = 0.25;
  const logit = Math.fround(Math.log(probability / (1 - probability)));
  const loss = value(OBJECTIVES["non-saturating"].generator(column([logit])));
  // The logit is a float32, good to 1e-7.
  assertAlmostEquals(loss, -Math.log(probability), 1e-7);
});

Deno.test("objectives stay finite where the discriminator is certain", () => {
  for (const { discriminator, generator } of Object.values(OBJECTIVES)) {
    const [sure, wrong] = [column([200]), column([-200])];
    for (const loss of [discriminator(wrong, sure), generator(wrong), generator(sure)]) {
      assertEquals(Number.isFinite(value(loss)), true);
    }
  }
});

for (const [name, objective] of Object.entries(OBJECTIVES)) {
  Deno.test(`${name} has the gradient of finite differences`, () => {
    const logits = { real: column([0.5, -1.25, 3]), fake: column([-0.5, 2, 0.125]) };
    checkGradients(logits, (p) => objective.discriminator(p.real, p.fake));
    checkGradients({ fake: logits.fake }, (p) => objective.generator(p.fake));
  });
}

Deno.test("minimax: the generator's gradient vanishes where the discriminator wins, non-saturating's does not", () => {
  const gradientAt = (objective: (logits: tf.Tensor) => tf.Tensor) =>
    value(tf.grad((x: tf.Tensor) => objective(x))(column([-20])));
  assertAlmostEquals(gradientAt(OBJECTIVES.minimax.generator), 0, 1e-8);
  assertAlmostEquals(gradientAt(OBJECTIVES["non-saturating"].generator), -1, 1e-8);
});

Deno.test("crossEntropy() is log 4 for four equal logits, and has the gradient of finite differences", () => {
  const oneHot = tf.tensor([[1, 0, 0, 0], [0, 0, 1, 0]]);
  assertAlmostEquals(value(crossEntropy(tf.zeros([2, 4]), oneHot)), Math.log(4), 1e-12);
  const logits = tf.tensor([[0.5, -1, 2, 0], [1, 1.5, -0.25, 3]]);
  checkGradients({ logits }, (p) => crossEntropy(p.logits, oneHot));
});
