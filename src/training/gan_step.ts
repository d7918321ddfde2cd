import * as tf from "@tensorflow/tfjs";
import { differentiate } from "../engine/differentiate.ts";
import { updateAdam } from "../engine/optimizers/adam.ts";
import type { Parameters } from "../networks/network.ts";
import { type DiscriminatorBatch, updateDiscriminator } from "./update_discriminator.ts";
import { type Gan, type GanState, LOGGED } from "./gan.ts";
import { generatePacks } from "./generate_packs.ts";
import { packSamples } from "./pack_samples.ts";

/** What a step consumes: one batch and one latent batch for each discriminator update, and one more for the generator. */
export type StepInput = {
  /** Real samples [batchSize * packing, …], k batches. */
  readonly real: readonly tf.Tensor[];
  /** Latents [batchSize * packing, latentDim], k + 1 batches. */
  readonly latents: readonly tf.Tensor[];
  /** Where the gradient penalty looks, uniform in [0, 1), [batchSize], k batches, and one more to look ahead through; none without a penalty. */
  readonly mixes: readonly tf.Tensor[];
};

/**
 * One training step: k discriminator updates, then one generator update, each on latents of its own.
 *
 * With `unrolledSteps`, the generator's loss is taken against the discriminator that would come of so many further updates
 * on the batch at hand, and its gradient runs through these updates; they are then forgotten. With `packing`, the
 * discriminator tells packs of real samples from packs of made ones.
 *
 * A pure function of state and input, so that an engine can capture it whole.
 *
 * @param gan Networks, objective, settings.
 * @param state The state before.
 * @param input Batches and latents.
 * @returns The state after, and the log of the last discriminator update and the generator update: [{@linkcode LOGGED}].
 *
 * Source: Goodfellow et al. 2014, algorithm 1; Metz et al. 2017, "Unrolled Generative Adversarial Networks", eq. 7 to 10.
 */
export function takeStep(
  gan: Gan,
  state: GanState,
  input: StepInput,
): { state: GanState; log: tf.Tensor } {
  const { optimizer, packing = 1 } = gan.settings;
  const batchAt = (index: number, generator: Parameters): DiscriminatorBatch => ({
    real: packSamples(input.real[Math.min(index, input.real.length - 1)], packing),
    fake: generatePacks(gan, generator, input.latents[index]),
    mix: input.mixes[index],
  });
  const before = { parameters: state.discriminator, optimizer: state.discriminatorOptimizer };
  let critic = updateDiscriminator(gan, before, batchAt(0, state.generator));
  for (let index = 1; index < input.real.length; index++) {
    critic = updateDiscriminator(gan, critic, batchAt(index, state.generator));
  }
  const { loss, gradients } = differentiate(state.generator, (generator) => {
    const batch = batchAt(input.real.length, generator);
    let opponent = critic;
    for (let ahead = 0; ahead < (gan.settings.unrolledSteps ?? 0); ahead++) {
      opponent = updateDiscriminator(gan, opponent, batch);
    }
    return {
      loss: gan.objective.generator(gan.discriminator.apply(opponent.parameters, batch.fake)),
      others: {},
    };
  });
  const update = updateAdam(gradients, state.generatorOptimizer, state.generator, {
    ...optimizer,
    learningRate: optimizer.learningRate.generator,
  });
  const log: Record<(typeof LOGGED)[number], tf.Tensor> = {
    discriminator_loss: critic.loss,
    generator_loss: loss,
    d_real: critic.dReal,
    d_fake: critic.dFake,
    discriminator_gradient_norm: globalNorm(critic.gradients),
    generator_gradient_norm: globalNorm(gradients),
  };
  return {
    state: {
      discriminator: critic.parameters,
      generator: update.parameters,
      discriminatorOptimizer: critic.optimizer,
      generatorOptimizer: update.state,
    },
    log: tf.stack(LOGGED.map((name) => log[name])),
  };
}

/** L2 norm over all gradients together. */
function globalNorm(gradients: Parameters): tf.Tensor {
  return tf.sqrt(
    tf.addN(Object.values(gradients).map((gradient) => tf.sum(tf.mul(gradient, gradient)))),
  );
}
