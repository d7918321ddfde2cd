import * as tf from "@tensorflow/tfjs";

/**
 * Runs a kernel that tfjs has no public function for, on the tape as any other.
 *
 * @param kernelName The kernel, e.g. `"Conv2DBackpropFilter"`.
 * @param inputs By the kernel's own names.
 * @param attributes By the kernel's own names.
 * @returns Its one output.
 */
export function runKernel(
  kernelName: string,
  inputs: Readonly<Record<string, tf.Tensor>>,
  attributes: Readonly<Record<string, unknown>> = {},
): tf.Tensor {
  return tf.engine().runKernel(kernelName, { ...inputs }, attributes as never) as tf.Tensor;
}
