import * as tf from "@tensorflow/tfjs";
import { differentiate } from "../engine/differentiate.ts";
import { type AdamState, updateAdam } from "../engine/optimizers/adam.ts";
import type { Parameters } from "../networks/network.ts";
import { penalizeGradients } from "../objectives/penalize_gradients.ts";
import type { Gan } from "./gan.ts";

/** What one update of the discriminator sees. */
export interface DiscriminatorBatch {
  readonly real: tf.Tensor;
  readonly fake: tf.Tensor;
  /** Where the gradient penalty looks, [n]; unused without a penalty. */
  readonly mix: tf.Tensor | undefined;
}

/**
 * One update of the discriminator. Pure, and differentiable by the fake samples and the parameters before.
 *
 * Real and fake samples go through it as batches of their own, since batch normalisation and minibatch discrimination look
 * at all of a batch.
 *
 * @param gan Networks, objective, settings.
 * @param player Parameters and optimiser before.
 * @param batch Samples of equal number.
 * @returns Both after, loss and gradients, and mean D = sigmoid(logit) of real and fake samples before the update.
 *
 * Source: Goodfellow et al. 2014, algorithm 1.
 */
export function updateDiscriminator(
  gan: Gan,
  player: { readonly parameters: Parameters; readonly optimizer: AdamState },
  batch: DiscriminatorBatch,
) {
  const { optimizer, gradientPenalty } = gan.settings;
  const { loss, gradients, others } = differentiate(player.parameters, (discriminator) => {
    const discriminate = (samples: tf.Tensor) => gan.discriminator.apply(discriminator, samples);
    const [realLogits, fakeLogits] = [discriminate(batch.real), discriminate(batch.fake)];
    const own = gan.objective.discriminator(realLogits, fakeLogits);
    const penalty = gradientPenalty && batch.mix &&
      penalizeGradients(discriminate, { ...batch, mix: batch.mix });
    return {
      loss: penalty ? tf.add(own, tf.mul(gradientPenalty.weight, penalty)) : own,
      others: {
        dReal: tf.mean(tf.sigmoid(realLogits)),
        dFake: tf.mean(tf.sigmoid(fakeLogits)),
      },
    };
  });
  const update = updateAdam(gradients, player.optimizer, player.parameters, {
    ...optimizer,
    learningRate: optimizer.learningRate.discriminator,
  });
  return { parameters: update.parameters, optimizer: update.state, loss, gradients, ...others };
}
