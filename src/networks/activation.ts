import * as tf from "@tensorflow/tfjs";

/** Slope of leaky ReLU for x < 0, as in the DCGAN paper. */
const LEAK = 0.2;

/** Activations of hidden layers that treat each number by itself, by name. */
export const ACTIVATIONS = {
  "relu": (x: tf.Tensor): tf.Tensor => tf.relu(x),
  "leaky-relu": (x: tf.Tensor): tf.Tensor => tf.leakyRelu(x, LEAK),
  "tanh": (x: tf.Tensor): tf.Tensor => tf.tanh(x),
} as const;

/** The name of an activation; "maxout" is the largest of several linear pieces, see {@linkcode applyMaxout}. */
export type Activation = keyof typeof ACTIVATIONS | "maxout";
