import { assert } from "@std/assert";
import * as tf from "@tensorflow/tfjs";
import { differentiate } from "../../src/engine/differentiate.ts";
import { initAdam, updateAdam } from "../../src/engine/optimizers/adam.ts";
import { makeDiscriminator } from "../../src/networks/discriminator.ts";
import { makeGenerator } from "../../src/networks/generator.ts";
import type { Parameters } from "../../src/networks/network.ts";
import { OBJECTIVES } from "../../src/objectives/catalogue.ts";
import { penalizeGradients } from "../../src/objectives/penalize_gradients.ts";
import { checkGradients } from "../engine/check_gradients.ts";
import { draw } from "../engine/gradients/second_order.ts";
import { openTestEngine } from "../engine/open_test_engine.ts";

// Kernels in float64, so that finite differences resolve the gradients.
await openTestEngine({ precision: "float64" });

const key = { seed: 3, stream: "test", step: 0 };
const points = { kind: "points" } as const;
const images = { kind: "images", size: 8 } as const;
const minibatchDiscrimination = { kernels: 3, dimensions: 2, reduction: "sum" } as const;

const discriminators = {
  "a leaky MLP": [{ kind: "mlp", hidden: [6, 5], activation: "leaky-relu" }, points],
  "a ReLU MLP with minibatch discrimination": [{
    kind: "mlp",
    hidden: [6, 5],
    activation: "relu",
    minibatchDiscrimination,
  }, points],
  "a tanh MLP": [{ kind: "mlp", hidden: [6, 5], activation: "tanh" }, points],
  "a maxout MLP": [{ kind: "mlp", hidden: [6, 5], activation: "maxout", pieces: 3 }, points],
  "a DCGAN": [{ kind: "dcgan", channels: [2, 3] }, images],
  "a DCGAN without batch normalisation": [
    { kind: "dcgan", channels: [2, 3], batchNorm: false },
    images,
  ],
} as const;

for (const [name, [settings, shape]] of Object.entries(discriminators)) {
  Deno.test(`the gradient penalty of ${name} has the gradient of finite differences`, () => {
    const discriminator = makeDiscriminator(settings, shape);
    const { "discriminator/logit/bias": _, ...parameters } = discriminator.init(key);
    const fixed = { "discriminator/logit/bias": tf.zeros([1]) };
    const batchShape = shape.kind === "images" ? [3, 8, 8, 1] : [3, 2];
    const mix = tf.tensor([0.25, 0.5, 0.75]);
    checkGradients(
      { ...parameters, real: draw("real", batchShape), fake: draw("fake", batchShape) },
      ({ real, fake, ...p }) =>
        penalizeGradients((x) => discriminator.apply({ ...p, ...fixed }, x), { real, fake, mix }),
    );
  });
}

const adam = { beta1: 0.5, beta2: 0.999, epsilon: 1e-8, learningRate: 0.01 };
type Tensors = Readonly<Record<string, tf.Tensor>>;

/** `count` updates of the discriminator on fixed samples. */
const optimizers: Record<
  string,
  (start: Parameters, count: number, slopes: (d: Parameters) => Tensors) => Parameters
> = {
  "gradient descent": (start, count, slopes) => {
    let parameters = start;
    for (let step = 0; step < count; step++) {
      const gradients = slopes(parameters);
      parameters = Object.fromEntries(
        Object.entries(parameters).map((
          [name, value],
        ) => [name, tf.sub(value, tf.mul(0.1, gradients[name]))]),
      );
    }
    return parameters;
  },
  "Adam": (start, count, slopes) => {
    let [parameters, state] = [start, initAdam(start)];
    for (let step = 0; step < count; step++) {
      ({ parameters, state } = updateAdam(slopes(parameters), state, parameters, adam));
    }
    return parameters;
  },
};

type Critic = keyof typeof discriminators;

/** What is unrolled: objective, inner optimiser, discriminator, steps, weight of the gradient penalty. */
const unrolled: [keyof typeof OBJECTIVES, string, Critic, steps: number, penalty: number][] = [
  ["minimax", "gradient descent", "a leaky MLP", 3, 0],
  ["minimax", "Adam", "a leaky MLP", 3, 0],
  ["non-saturating", "gradient descent", "a ReLU MLP with minibatch discrimination", 3, 0],
  ["non-saturating", "gradient descent", "a tanh MLP", 3, 0],
  ["non-saturating", "Adam", "a tanh MLP", 5, 0],
  ["non-saturating", "gradient descent", "a maxout MLP", 3, 0],
  ["non-saturating", "Adam", "a maxout MLP", 5, 0],
  ["non-saturating", "gradient descent", "a DCGAN", 2, 0],
  ["non-saturating", "Adam", "a leaky MLP", 10, 0],
  ["non-saturating", "Adam", "a ReLU MLP with minibatch discrimination", 3, 0],
  ["non-saturating", "Adam", "a DCGAN", 2, 0],
  ["wasserstein", "gradient descent", "a leaky MLP", 2, 10],
  ["wasserstein", "Adam", "a leaky MLP", 2, 10],
];
for (const [objectiveName, optimizerName, name, steps, penalty] of unrolled) {
  const what = penalty > 0 ? `${objectiveName} with gradient penalty` : objectiveName;
  Deno.test(`${what} through ${steps} steps of ${optimizerName} of ${name} has the gradient of finite differences`, () => {
    const objective = OBJECTIVES[objectiveName];
    const [settings, shape] = discriminators[name];
    const discriminator = makeDiscriminator(settings, shape);
    const generator = makeGenerator(
      { kind: "mlp", hidden: [5], activation: "relu" },
      { latentDim: 3, shape },
    );
    const real = draw("real", shape.kind === "images" ? [4, 8, 8, 1] : [4, 2]);
    const latents = draw("latents", [4, 3]);
    const mix = tf.tensor([0.125, 0.375, 0.625, 0.875]);
    checkGradients(generator.init(key), (g) => {
      const fake = generator.apply(g, latents);
      const opponent = optimizers[optimizerName](
        discriminator.init(key),
        steps,
        (d) =>
          differentiate(d, (d) => {
            const discriminate = (x: tf.Tensor) => discriminator.apply(d, x);
            const loss = objective.discriminator(discriminate(real), discriminate(fake));
            if (penalty === 0) return { loss, others: {} };
            const slope = penalizeGradients(discriminate, { real, fake, mix });
            return { loss: tf.add(loss, tf.mul(penalty, slope)), others: {} };
          }).gradients,
      );
      return objective.generator(discriminator.apply(opponent, fake));
    });
  });
}

Deno.test("a unit that is never active leaves the gradient through Adam finite", () => {
  const start = { w: tf.tensor([[1, -1]]), v: tf.tensor([[1], [1]]) };
  const x = tf.tensor([[1], [2]]);
  const gradient = tf.grad((target: tf.Tensor) => {
    const unrolled = optimizers["Adam"](start, 3, (d) =>
      differentiate(d, (d) => ({
        loss: tf.mean(
          tf.squaredDifference(tf.matMul(tf.relu(tf.matMul(x, d.w)), d.v), target),
        ),
        others: {},
      })).gradients);
    return tf.sum(tf.matMul(tf.relu(tf.matMul(x, unrolled.w)), unrolled.v));
  })(tf.tensor([[0.5], [3]]));
  assert([...gradient.dataSync()].every(Number.isFinite), String(gradient));
});
