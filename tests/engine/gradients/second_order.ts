import * as tf from "@tensorflow/tfjs";
import { drawNormal } from "../../../src/engine/random.ts";
import { checkGradients, weighOutput } from "../check_gradients.ts";

/** Normal numbers that depend on the stream's name only. */
export function draw(stream: string, shape: number[]): tf.Tensor {
  const count = shape.reduce((product, size) => product * size, 1);
  return tf.tensor(drawNormal({ seed: 4, stream, step: 0 }, count), shape);
}

/**
 * Checks second derivatives against central differences: the gradients of a function with random weights on its outputs are
 * themselves weighed into one number, nonlinearly, and that number is differentiated by each argument.
 */
export function checkSecondOrder(
  args: Readonly<Record<string, tf.Tensor>>,
  compute: (args: Readonly<Record<string, tf.Tensor>>) => tf.Tensor,
  differences?: Parameters<typeof checkGradients>[2],
): void {
  const names = Object.keys(args);
  checkGradients(args, (current) => {
    const gradients = tf.grads((...tensors: tf.Tensor[]) =>
      weighOutput(compute(Object.fromEntries(names.map((name, at) => [name, tensors[at]]))))
    )(names.map((name) => current[name]));
    const parts = gradients.map((gradient, at) =>
      weighOutput(tf.add(tf.square(gradient), tf.mul(gradient, current[names[at]])))
    );
    return tf.addN(parts);
  }, differences);
}
