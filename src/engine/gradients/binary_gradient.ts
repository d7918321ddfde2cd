import type * as tf from "@tensorflow/tfjs";
import { sumToShape } from "./sum_to_shape.ts";

/** dL/da or dL/db from dL/dy and both inputs, in the shape of dy. */
type PartialGradient = (dy: tf.Tensor, a: tf.Tensor, b: tf.Tensor) => tf.Tensor;

/**
 * The gradients of an elementwise kernel with two inputs, each of which may be broadcast.
 *
 * @param kernelName The kernel, e.g. `"Maximum"`.
 * @param gradients By input, in the kernel's order and names, before the sum over broadcast axes.
 * @returns What `tf.registerGradient` takes.
 */
export function binaryGradient(
  kernelName: string,
  gradients: Readonly<Record<string, PartialGradient>>,
): tf.GradConfig {
  return {
    kernelName,
    inputsToSave: Object.keys(gradients),
    gradFunc: (dy, saved) =>
      Object.fromEntries(
        Object.entries(gradients).map(([name, gradient], index) => [
          name,
          () => sumToShape(gradient(dy as tf.Tensor, saved[0], saved[1]), saved[index].shape),
        ]),
      ),
  };
}
