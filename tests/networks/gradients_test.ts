import * as tf from "@tensorflow/tfjs";
import { type DrawKey, drawNormal } from "../../src/engine/random.ts";
import { applyBatchNorm, initBatchNorm } from "../../src/networks/batch_norm.ts";
import { applyDense, initDense } from "../../src/networks/dense.ts";
import { makeDiscriminator } from "../../src/networks/discriminator.ts";
import { makeGenerator } from "../../src/networks/generator.ts";
import { applyJudge, initJudge } from "../../src/networks/judge.ts";
import {
  applyMinibatchDiscrimination,
  initMinibatchDiscrimination,
} from "../../src/networks/minibatch_discrimination.ts";
import { countChannels, type SampleShape } from "../../src/networks/network.ts";
import { packSamples } from "../../src/training/pack_samples.ts";
import { checkGradients, weighOutput } from "../engine/check_gradients.ts";
import { openTestEngine } from "../engine/open_test_engine.ts";

// Kernels in float64, so that finite differences resolve the gradients.
await openTestEngine({ precision: "float64" });

const key: DrawKey = { seed: 3, stream: "test", step: 0 };

function draw(stream: string, shape: number[]): tf.Tensor {
  const count = shape.reduce((product, size) => product * size, 1);
  return tf.tensor(drawNormal({ seed: 4, stream, step: 0 }, count), shape);
}

Deno.test("applyDense() has the gradient of finite differences", () => {
  const parameters = initDense(key, "dense", { inputs: 5, outputs: 3, standardDeviation: 0.5 });
  checkGradients(
    { ...parameters, x: draw("x", [4, 5]) },
    (p) => weighOutput(applyDense(p, "dense", p.x)),
  );
});

Deno.test("applyBatchNorm() has the gradient of finite differences, through the batch's mean and variance", () => {
  checkGradients(
    { ...initBatchNorm("norm", 3), x: draw("x", [4, 2, 2, 3]) },
    (p) => weighOutput(applyBatchNorm(p, "norm", p.x)),
  );
});

for (
  const [reduction, compareWith] of [["sum", "others"], ["mean", "others"], [
    "sum",
    "origin",
  ]] as const
) {
  Deno.test(`applyMinibatchDiscrimination() with ${reduction} over ${compareWith} has the gradient of finite differences`, () => {
    const options = { kernels: 3, dimensions: 2, reduction, compareWith };
    const parameters = initMinibatchDiscrimination(key, "mbd", { ...options, features: 4 });
    checkGradients(
      { ...parameters, x: draw("x", [5, 4]) },
      (p) => weighOutput(applyMinibatchDiscrimination(p, "mbd", p.x, options)),
    );
  });
}

const images = { kind: "images", size: 8 } as const;
// Halved and rounded up: 5, 3, 2, 1.
const stacks = { kind: "images", size: 5, channels: 3 } as const;
const points = { kind: "points" } as const;
const discrimination = { kernels: 3, dimensions: 2, reduction: "sum" } as const;

const generators = {
  "an MLP of images": [{ kind: "mlp", hidden: [6, 5], activation: "leaky-relu" }, images],
  "an MLP of points": [{ kind: "mlp", hidden: [6, 5], activation: "relu" }, points],
  "an MLP with tanh": [{ kind: "mlp", hidden: [6, 5], activation: "tanh" }, points],
  "an MLP with batch normalisation": [{
    kind: "mlp",
    hidden: [6, 5],
    activation: "relu",
    batchNorm: true,
    initialStandardDeviation: 0.5,
  }, points],
  "a DCGAN": [{ kind: "dcgan", channels: [4, 3] }, images],
  "an MLP of images in colour": [{ kind: "mlp", hidden: [5], activation: "relu" }, stacks],
  "a DCGAN of images in colour, of odd sides": [{ kind: "dcgan", channels: [4, 3, 2] }, stacks],
} as const;
for (const [name, [settings, shape]] of Object.entries(generators)) {
  Deno.test(`makeGenerator() makes ${name} with the gradient of finite differences`, () => {
    const generator = makeGenerator(settings, { latentDim: 4, shape });
    const parameters = generator.init(key);
    checkGradients(
      { ...parameters, z: draw("z", [3, 4]) },
      (p) => weighOutput(generator.apply(p, p.z)),
    );
  });
}

const discriminators = {
  "an MLP": [{ kind: "mlp", hidden: [6, 5], activation: "leaky-relu" }, points],
  "an MLP with minibatch discrimination": [{
    kind: "mlp",
    hidden: [6, 5],
    activation: "relu",
    minibatchDiscrimination: discrimination,
  }, points],
  "an MLP with maxout": [{ kind: "mlp", hidden: [6, 5], activation: "maxout", pieces: 3 }, points],
  "an MLP with maxout and batch normalisation": [{
    kind: "mlp",
    hidden: [4],
    activation: "maxout",
    pieces: 2,
    batchNorm: true,
  }, points],
  "an MLP with tanh": [{ kind: "mlp", hidden: [6, 5], activation: "tanh" }, points],
  "a DCGAN": [{ kind: "dcgan", channels: [3, 4] }, images],
  "a DCGAN of images in colour, of odd sides": [{ kind: "dcgan", channels: [2, 3, 4] }, stacks],
  "a DCGAN without batch normalisation": [{
    kind: "dcgan",
    channels: [3, 4],
    batchNorm: false,
  }, images],
  "a DCGAN with minibatch discrimination": [{
    kind: "dcgan",
    channels: [3, 4],
    minibatchDiscrimination: discrimination,
  }, images],
} as const;
function listSizes(shape: SampleShape): number[] {
  return shape.kind === "images" ? [3, shape.size, shape.size, countChannels(shape)] : [3, 2];
}

for (const [name, [settings, shape]] of Object.entries(discriminators)) {
  Deno.test(`makeDiscriminator() makes ${name} with the gradient of finite differences`, () => {
    const discriminator = makeDiscriminator(settings, shape);
    const x = draw("x", listSizes(shape));
    checkGradients(
      { ...discriminator.init(key), x },
      (p) => weighOutput(discriminator.apply(p, p.x)),
    );
  });
}

for (
  const [name, shape, x] of [["points", points, [6, 2]], ["images", images, [6, 8, 8, 1]]] as const
) {
  Deno.test(`packSamples() of ${name} has the gradient of finite differences, through a discriminator of packs`, () => {
    const settings = shape.kind === "points"
      ? discriminators["an MLP with maxout"][0]
      : discriminators["a DCGAN"][0];
    const discriminator = makeDiscriminator(settings, shape, 2);
    checkGradients(
      { ...discriminator.init(key), x: draw("x", [...x]) },
      (p) => weighOutput(discriminator.apply(p, packSamples(p.x, 2))),
    );
  });
}

Deno.test("applyJudge() has the gradient of finite differences", () => {
  checkGradients(
    initJudge(key, 8),
    (p) => weighOutput(applyJudge(p, draw("x", [2, 8, 8, 1])).logits),
  );
});
