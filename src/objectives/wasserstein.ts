import * as tf from "@tensorflow/tfjs";
import type { Objective } from "./objective.ts";

/**
 * The critic estimates the Wasserstein-1 distance, E[f(x)] - E[f(G(z))], which the generator makes small. Its logits are
 * f itself, and no probabilities. The estimate holds only for a critic whose slope is at most 1: use it with
 * {@linkcode penalizeGradients}.
 *
 * Source: Arjovsky et al. 2017, "Wasserstein GAN", eq. 2.
 */
export const wasserstein: Objective = {
  discriminator: (realLogits, fakeLogits) => tf.sub(tf.mean(fakeLogits), tf.mean(realLogits)),
  generator: (fakeLogits) => tf.neg(tf.mean(fakeLogits)),
};
