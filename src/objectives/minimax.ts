import * as tf from "@tensorflow/tfjs";
import type { Objective } from "./objective.ts";

/**
 * -E[log D(x)] - E[log(1 - D(G(z)))] with D = sigmoid(logit), through log D = -softplus(-logit), which does not overflow.
 *
 * @param realLogits `[n, 1]`.
 * @param fakeLogits `[n, 1]`.
 * @returns A scalar in nats, 2 log 2 where D is 1/2 everywhere.
 *
 * Source: Goodfellow et al. 2014, eq. 1.
 */
export function discriminatorCrossEntropy(
  realLogits: tf.Tensor,
  fakeLogits: tf.Tensor,
): tf.Tensor {
  return tf.add(tf.mean(tf.softplus(tf.neg(realLogits))), tf.mean(tf.softplus(fakeLogits)));
}

/**
 * The two-player zero-sum game: the generator minimises E[log(1 - D(G(z)))], whose gradient vanishes when the
 * discriminator wins.
 *
 * Source: Goodfellow et al. 2014, eq. 1.
 */
export const minimax: Objective = {
  discriminator: discriminatorCrossEntropy,
  generator: (fakeLogits) => tf.neg(tf.mean(tf.softplus(fakeLogits))),
};
