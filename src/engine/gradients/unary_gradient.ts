import type * as tf from "@tensorflow/tfjs";

/**
 * The gradient of a kernel with one input, named `x`.
 *
 * @param kernelName The kernel, e.g. `"Relu"`.
 * @param gradient dL/dx from dL/dy, x and the kernel's attributes.
 * @returns What `tf.registerGradient` takes.
 */
export function unaryGradient<Attributes = unknown>(
  kernelName: string,
  gradient: (dy: tf.Tensor, x: tf.Tensor, attributes: Attributes) => tf.Tensor,
): tf.GradConfig {
  return {
    kernelName,
    inputsToSave: ["x"],
    gradFunc: (dy, [x], attributes) => ({
      x: () => gradient(dy as tf.Tensor, x, attributes as Attributes),
    }),
  };
}
