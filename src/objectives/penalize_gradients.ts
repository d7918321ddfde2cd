import * as tf from "@tensorflow/tfjs";

/**
 * E[(||grad f(x)||_2 - 1)^2] at points x = u real + (1 - u) fake on the lines between samples.
 *
 * Differentiable by the discriminator's parameters, a second derivative. Each norm is of one sample, so it means what it
 * says only for a discriminator that sees each sample by itself: without batch normalisation or minibatch discrimination.
 *
 * @param discriminate Samples to logits [n, 1].
 * @param real `[n, …]`.
 * @param fake Of the same shape.
 * @param mix u, uniform in [0, 1), [n].
 * @returns A scalar, 0 where every slope is 1.
 *
 * Source: Gulrajani et al. 2017, "Improved Training of Wasserstein GANs", eq. 3.
 */
export function penalizeGradients(
  discriminate: (samples: tf.Tensor) => tf.Tensor,
  { real, fake, mix }: { real: tf.Tensor; fake: tf.Tensor; mix: tf.Tensor },
): tf.Tensor {
  const count = real.shape[0];
  const share = tf.reshape(mix, [count, ...real.shape.slice(1).map(() => 1)]);
  const between = tf.add(fake, tf.mul(share, tf.sub(real, fake)));
  const gradients = tf.grad((samples: tf.Tensor) => tf.sum(discriminate(samples)))(between);
  const squares = tf.sum(tf.reshape(tf.mul(gradients, gradients), [count, -1]), 1);
  return tf.mean(tf.square(tf.sub(tf.sqrt(squares), 1)));
}
