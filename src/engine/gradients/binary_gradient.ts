import type * as tf from "@tensorflow/tfjs";
import { sumToShape } from "./sum_to_shape.ts";

/** dL/da or dL/db from dL/dy, a and b, in the shape of dy. */
type PartialGradient = (dy: tf.Tensor, a: tf.Tensor, b: tf.Tensor) => tf.Tensor;

/**
 * The gradients of an elementwise kernel with inputs `a` and `b`, each of which may be broadcast.
 *
 * @param kernelName The kernel, e.g. `"Maximum"`.
 * @param gradients By input, before the sum over broadcast axes.
 * @returns What `tf.registerGradient` takes.
 */
export function binaryGradient(
  kernelName: string,
  gradients: Readonly<Record<"a" | "b", PartialGradient>>,
): tf.GradConfig {
  return {
    kernelName,
    inputsToSave: ["a", "b"],
    gradFunc: (dy, [a, b]) => ({
      a: () => sumToShape(gradients.a(dy as tf.Tensor, a, b), a.shape),
      b: () => sumToShape(gradients.b(dy as tf.Tensor, a, b), b.shape),
    }),
  };
}
