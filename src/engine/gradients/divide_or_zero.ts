import * as tf from "@tensorflow/tfjs";
import { runKernel } from "./run_kernel.ts";

/**
 * a / b, and 0 where b is 0, with gradients that are 0 there too. One operation on a backend that has the kernel `DivNoNan`,
 * which tfjs itself does not know; four on others.
 *
 * @param a Any tensor.
 * @param b Of a shape that broadcasts with it.
 */
export function divideOrZero(a: tf.Tensor, b: tf.Tensor): tf.Tensor {
  const hasKernel = tf.getKernel("DivNoNan", tf.getBackend()) !== undefined;
  return hasKernel ? runKernel("DivNoNan", { a, b }) : tf.divNoNan(a, b);
}
