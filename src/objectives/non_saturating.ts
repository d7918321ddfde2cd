import * as tf from "@tensorflow/tfjs";
import { discriminatorCrossEntropy } from "./minimax.ts";
import type { Objective } from "./objective.ts";

/**
 * The generator maximises E[log D(G(z))], with the same fixed point as minimax and strong gradients when the
 * discriminator wins.
 *
 * Source: Goodfellow et al. 2014, section 3, last paragraph.
 */
export const nonSaturating: Objective = {
  discriminator: discriminatorCrossEntropy,
  generator: (fakeLogits) => tf.mean(tf.softplus(tf.neg(fakeLogits))),
};
