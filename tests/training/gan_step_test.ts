import { assertAlmostEquals, assertEquals } from "@std/assert";
import * as tf from "@tensorflow/tfjs";
import { drawNormal, drawUniform } from "../../src/engine/random.ts";
import { listTensors, type TensorTree } from "../../src/engine/tensor_tree.ts";
import type { Parameters } from "../../src/networks/network.ts";
import { penalizeGradients } from "../../src/objectives/penalize_gradients.ts";
import {
  type Gan,
  type GanSettings,
  type GanState,
  initGan,
  LOGGED,
  makeGan,
} from "../../src/training/gan.ts";
import { type StepInput, takeStep } from "../../src/training/gan_step.ts";
import { generatePacks } from "../../src/training/generate_packs.ts";
import { packSamples } from "../../src/training/pack_samples.ts";
import {
  type DiscriminatorBatch,
  updateDiscriminator,
} from "../../src/training/update_discriminator.ts";
import { openTestEngine } from "../engine/open_test_engine.ts";

await openTestEngine({ capture: false, precision: "float64" });

/** As the decays below a binary fraction: steps take numbers as float32. */
const RATE = 0.125;
/** Of the finite differences; their error is of the size of its square, 1e-12, and of 1e-16 / SPACING, 1e-10. */
const SPACING = 2 ** -20;
const TOLERANCE = 1e-8;

const BASE: GanSettings = {
  latentDim: 3,
  batchSize: 4,
  stepCount: 1,
  discriminatorSteps: 1,
  objective: "non-saturating",
  optimizer: {
    kind: "adam",
    learningRate: { generator: RATE, discriminator: RATE },
    beta1: 0.5,
    beta2: 0.75,
    // So large that an update tells the gradient's size, see `readGradient`.
    epsilon: 1,
  },
  generator: { kind: "mlp", hidden: [5], activation: "tanh" },
  discriminator: { kind: "mlp", hidden: [6], activation: "tanh" },
};
const CASES: Record<string, Partial<GanSettings>> = {
  "a plain GAN": {},
  "two unrolled steps": { unrolledSteps: 2 },
  "two unrolled steps on pairs": { unrolledSteps: 2, packing: 2 },
  "an unrolled step on pairs of a generator with batch normalisation": {
    unrolledSteps: 1,
    packing: 2,
    generator: { kind: "mlp", hidden: [5], activation: "tanh", batchNorm: true },
  },
  "a gradient penalty, two discriminator steps and an unrolled one": {
    objective: "wasserstein",
    gradientPenalty: { weight: 10 },
    discriminatorSteps: 2,
    unrolledSteps: 1,
  },
};

for (const [name, more] of Object.entries(CASES)) {
  const gan = makeGan({ ...BASE, ...more }, { kind: "points" });
  const { discriminatorSteps: k, unrolledSteps = 0 } = gan.settings;
  const state = initGan(gan, 1);
  const input = drawInput(gan.settings);
  const before = { parameters: state.discriminator, optimizer: state.discriminatorOptimizer };

  Deno.test(`updateDiscriminator() goes down the slope of its loss with ${name}`, () => {
    const batch = makeBatch(gan, state.generator, input, { real: 0, latents: 0 });
    const after = updateDiscriminator(gan, before, batch).parameters;
    checkDescent(state.discriminator, after, (parameters) => judge(gan, parameters, batch));
  });

  Deno.test(`takeStep() updates the discriminator on one batch after another with ${name}`, () => {
    let critic: typeof before = before;
    for (let index = 0; index < k; index++) {
      const batch = makeBatch(gan, state.generator, input, { real: index, latents: index });
      critic = updateDiscriminator(gan, critic, batch);
    }
    const { discriminator, discriminatorOptimizer } = takeStep(gan, state, input).state;
    assertEquals(
      toValues({ parameters: discriminator, optimizer: discriminatorOptimizer }),
      toValues({ parameters: critic.parameters, optimizer: critic.optimizer }),
    );
  });

  Deno.test(`takeStep() moves the generator down the slope of its loss with ${name}`, () => {
    const { state: after, log } = takeStep(gan, state, input);
    const lossOf = (generator: Parameters) => {
      const batch = makeBatch(gan, generator, input, { real: k - 1, latents: k });
      return lookAhead(gan, after, batch, unrolledSteps);
    };
    checkDescent(state.generator, after.generator, lossOf);
    const logged = log.dataSync()[LOGGED.indexOf("generator_loss")];
    assertAlmostEquals(logged, lossOf(state.generator).dataSync()[0], 1e-12);
  });
}

function drawInput({ discriminatorSteps: k, packing = 1, ...settings }: GanSettings): StepInput {
  const count = settings.batchSize * packing;
  const list = (length: number, draw: (index: number) => tf.Tensor) =>
    Array.from({ length }, (_, index) => draw(index));
  const mix = (step: number) =>
    tf.tensor([...drawUniform({ seed: 3, stream: "mix", step }, settings.batchSize)]);
  return {
    real: list(k, (index) => draw(`real/${index}`, [count, 2])),
    latents: list(k + 1, (index) => draw(`latents/${index}`, [count, settings.latentDim])),
    mixes: settings.gradientPenalty ? list(k + 1, mix) : [],
  };
}

function draw(stream: string, shape: number[]): tf.Tensor {
  return tf.tensor(drawNormal({ seed: 9, stream, step: 0 }, tf.util.sizeFromShape(shape)), shape);
}

function makeBatch(
  gan: Gan,
  generator: Parameters,
  input: StepInput,
  at: { real: number; latents: number },
): DiscriminatorBatch {
  const { packing = 1 } = gan.settings;
  return {
    real: packSamples(input.real[at.real], packing),
    fake: generatePacks(gan, generator, input.latents[at.latents]),
    mix: input.mixes[at.latents],
  };
}

/** The discriminator's loss. */
function judge(gan: Gan, parameters: Parameters, batch: DiscriminatorBatch): tf.Tensor {
  const { real, fake, mix } = batch;
  const discriminate = (samples: tf.Tensor) => gan.discriminator.apply(parameters, samples);
  const own = gan.objective.discriminator(discriminate(real), discriminate(fake));
  const { gradientPenalty } = gan.settings;
  if (gradientPenalty === undefined) return own;
  const penalty = penalizeGradients(discriminate, { real, fake, mix: mix! });
  return tf.add(own, tf.mul(gradientPenalty.weight, penalty));
}

/** The generator's loss against the discriminator that comes of `count` more updates on a batch. */
function lookAhead(
  gan: Gan,
  state: GanState,
  batch: DiscriminatorBatch,
  count: number,
): tf.Tensor {
  let opponent = { parameters: state.discriminator, optimizer: state.discriminatorOptimizer };
  for (let ahead = 0; ahead < count; ahead++) opponent = updateDiscriminator(gan, opponent, batch);
  return gan.objective.generator(gan.discriminator.apply(opponent.parameters, batch.fake));
}

/** Checks that Adam's first update followed the slope of a loss, along one direction for each parameter. */
function checkDescent(
  before: Parameters,
  after: Parameters,
  lossOf: (parameters: Parameters) => tf.Tensor,
): void {
  for (const [name, parameter] of Object.entries(before)) {
    const direction = draw(`direction/${name}`, parameter.shape);
    const lossAt = (distance: number) =>
      tf.tidy(() => {
        const moved = tf.add(parameter, tf.mul(direction, distance));
        return lossOf({ ...before, [name]: moved }).dataSync()[0];
      });
    const expected = (lossAt(SPACING) - lossAt(-SPACING)) / (2 * SPACING);
    const gradient = readGradient(parameter, after[name]);
    const actual = tf.sum(tf.mul(gradient, direction)).dataSync()[0];
    assertAlmostEquals(actual, expected, TOLERANCE, name);
  }
}

/** The gradient g of Adam's first update with epsilon 1, which takes RATE g / (|g| + 1) off a parameter. */
function readGradient(before: tf.Tensor, after: tf.Tensor): tf.Tensor {
  const share = tf.div(tf.sub(before, after), RATE);
  return tf.div(share, tf.sub(1, tf.abs(share)));
}

function toValues(tree: TensorTree): [path: string, values: ArrayLike<number>][] {
  return listTensors(tree).map(([path, tensor]) => [path, tensor.dataSync()]);
}
