import * as tf from "@tensorflow/tfjs";

/**
 * Mean cross-entropy of class labels under softmax(logits).
 *
 * @param logits `[n, classes]`.
 * @param oneHot Labels as rows of one-hot vectors, [n, classes].
 * @returns A scalar in nats, log(classes) for equal logits.
 */
export function crossEntropy(logits: tf.Tensor, oneHot: tf.Tensor): tf.Tensor {
  const logNormaliser = tf.logSumExp(logits, 1);
  return tf.mean(tf.sub(logNormaliser, tf.sum(tf.mul(logits, oneHot), 1)));
}
