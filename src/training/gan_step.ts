import * as tf from "@tensorflow/tfjs";
import { differentiate } from "../engine/differentiate.ts";
import { updateAdam } from "../engine/optimizers/adam.ts";
import type { Parameters } from "../networks/network.ts";
import { type Gan, type GanState, LOGGED } from "./gan.ts";

/** What a step consumes: one batch and one latent batch for each discriminator update, and one more for the generator. */
export type StepInput = {
  /** Real samples, k batches. */
  readonly real: readonly tf.Tensor[];
  /** Latents [batchSize, latentDim], k + 1 batches. */
  readonly latents: readonly tf.Tensor[];
};

/**
 * One training step: k discriminator updates, then one generator update, each on latents of its own.
 *
 * A pure function of state and input, so that an engine can capture it whole.
 *
 * @param gan Networks, objective, settings.
 * @param state The state before.
 * @param input Batches and latents.
 * @returns The state after, and the log of the last discriminator update and the generator update: [{@linkcode LOGGED}].
 *
 * Source: Goodfellow et al. 2014, algorithm 1.
 */
export function takeStep(
  gan: Gan,
  state: GanState,
  input: StepInput,
): { state: GanState; log: tf.Tensor } {
  const { optimizer } = gan.settings;
  let { discriminator, discriminatorOptimizer } = state;
  let critic: ReturnType<typeof differentiateDiscriminator> | undefined;
  input.real.forEach((real, index) => {
    critic = differentiateDiscriminator(
      gan,
      { ...state, discriminator },
      real,
      input.latents[index],
    );
    const update = updateAdam(critic.gradients, discriminatorOptimizer, discriminator, {
      ...optimizer,
      learningRate: optimizer.learningRate.discriminator,
    });
    discriminator = update.parameters;
    discriminatorOptimizer = update.state;
  });
  const { loss, gradients } = differentiate(state.generator, (generator) => {
    const fake = gan.generator.apply(generator, input.latents[input.latents.length - 1]);
    return {
      loss: gan.objective.generator(gan.discriminator.apply(discriminator, fake)),
      others: {},
    };
  });
  const update = updateAdam(gradients, state.generatorOptimizer, state.generator, {
    ...optimizer,
    learningRate: optimizer.learningRate.generator,
  });
  const log: Record<(typeof LOGGED)[number], tf.Tensor> = {
    discriminator_loss: critic!.loss,
    generator_loss: loss,
    d_real: critic!.others.real,
    d_fake: critic!.others.fake,
    discriminator_gradient_norm: globalNorm(critic!.gradients),
    generator_gradient_norm: globalNorm(gradients),
  };
  return {
    state: {
      discriminator,
      generator: update.parameters,
      discriminatorOptimizer,
      generatorOptimizer: update.state,
    },
    log: tf.stack(LOGGED.map((name) => log[name])),
  };
}

/** Loss and gradients of the discriminator. Real and fake samples go through it as batches of their own. */
function differentiateDiscriminator(
  gan: Gan,
  state: Pick<GanState, "discriminator" | "generator">,
  real: tf.Tensor,
  latents: tf.Tensor,
) {
  const fake = gan.generator.apply(state.generator, latents);
  return differentiate(state.discriminator, (discriminator) => {
    const realLogits = gan.discriminator.apply(discriminator, real);
    const fakeLogits = gan.discriminator.apply(discriminator, fake);
    return {
      loss: gan.objective.discriminator(realLogits, fakeLogits),
      others: {
        real: tf.mean(tf.sigmoid(realLogits)),
        fake: tf.mean(tf.sigmoid(fakeLogits)),
      },
    };
  });
}

/** L2 norm over all gradients together. */
function globalNorm(gradients: Parameters): tf.Tensor {
  return tf.sqrt(
    tf.addN(Object.values(gradients).map((gradient) => tf.sum(tf.mul(gradient, gradient)))),
  );
}
