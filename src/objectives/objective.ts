import type * as tf from "@tensorflow/tfjs";

/** A pair of losses over the discriminator's logits, each minimised by its own network. */
export interface Objective {
  /** The discriminator's loss: scalar, from logits of real and of fake samples, [n, 1] each. */
  discriminator(realLogits: tf.Tensor, fakeLogits: tf.Tensor): tf.Tensor;
  /** The generator's loss: scalar, from logits of fake samples, [n, 1]. */
  generator(fakeLogits: tf.Tensor): tf.Tensor;
}
