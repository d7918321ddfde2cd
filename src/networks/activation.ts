import * as tf from "@tensorflow/tfjs";

/** Slope of leaky ReLU for x < 0, as in the DCGAN paper. */
const LEAK = 0.2;

/** Activations of hidden layers, by name. */
export const ACTIVATIONS = {
  "relu": (x: tf.Tensor): tf.Tensor => tf.relu(x),
  "leaky-relu": (x: tf.Tensor): tf.Tensor => tf.leakyRelu(x, LEAK),
} as const;

/** The name of an activation. */
export type Activation = keyof typeof ACTIVATIONS;
