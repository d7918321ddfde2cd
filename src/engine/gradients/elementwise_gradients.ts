import * as tf from "@tensorflow/tfjs";
import { binaryGradient } from "./binary_gradient.ts";
import { divideOrZero } from "./divide_or_zero.ts";
import { runKernel } from "./run_kernel.ts";
import { toMask } from "./to_mask.ts";
import { unaryGradient } from "./unary_gradient.ts";

/** dL/dy where a condition holds, 0 elsewhere. */
function keepWhere(dy: tf.Tensor, condition: tf.Tensor): tf.Tensor {
  return tf.mul(dy, toMask(condition));
}

/**
 * Gradients of elementwise kernels that tfjs-core 4.22 gets wrong or makes dear: |x| has slope -1 at 0, where it is 0 here;
 * `maximum`, `minimum`, `prelu` and `squaredDifference` throw when an input is broadcast; `relu` takes seven operations.
 */
export const ELEMENTWISE_GRADIENTS: readonly tf.GradConfig[] = [
  unaryGradient("Abs", (dy, x) => tf.mul(dy, tf.sign(x))),
  unaryGradient("Relu", (dy, x) => keepWhere(dy, tf.greater(x, 0))),
  unaryGradient(
    "Relu6",
    (dy, x) => keepWhere(dy, tf.logicalAnd(tf.greater(x, 0), tf.less(x, 6))),
  ),
  // 0 at x = 0 by convention, the subgradient of least norm of ||v|| = sqrt(v . v) at v = 0. An infinite slope times dv = 0
  // would be NaN, as in Adam's sqrt(v) for a unit that is never active.
  unaryGradient("Sqrt", (dy, x) => divideOrZero(dy, tf.mul(2, tf.sqrt(x)))),
  // EluGrad(dy, y) is dy where y > 0, and dy (y + 1) elsewhere: what Elu's own gradient is made of.
  {
    kernelName: "EluGrad",
    inputsToSave: ["dy", "y"],
    gradFunc: (gradient, [dy, y]) => ({
      dy: () => runKernel("EluGrad", { dy: gradient as tf.Tensor, y }),
      y: () => keepWhere(tf.mul(gradient as tf.Tensor, dy), tf.lessEqual(y, 0)),
    }),
  },
  binaryGradient("Maximum", {
    a: (dy, a, b) => keepWhere(dy, tf.greaterEqual(a, b)),
    b: (dy, a, b) => keepWhere(dy, tf.less(a, b)),
  }),
  binaryGradient("Minimum", {
    a: (dy, a, b) => keepWhere(dy, tf.lessEqual(a, b)),
    b: (dy, a, b) => keepWhere(dy, tf.greater(a, b)),
  }),
  binaryGradient("Prelu", {
    x: (dy, x, alpha) => tf.where(tf.greater(x, 0), dy, tf.mul(dy, alpha)),
    alpha: (dy, x) => keepWhere(tf.mul(dy, x), tf.lessEqual(x, 0)),
  }),
  binaryGradient("SquaredDifference", {
    a: (dy, a, b) => tf.mul(dy, tf.mul(2, tf.sub(a, b))),
    b: (dy, a, b) => tf.mul(dy, tf.mul(2, tf.sub(b, a))),
  }),
];
