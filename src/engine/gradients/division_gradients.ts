import * as tf from "@tensorflow/tfjs";
import { binaryGradient } from "./binary_gradient.ts";
import { divideOrZero } from "./divide_or_zero.ts";

const gradients = {
  a: (dy: tf.Tensor, _a: tf.Tensor, b: tf.Tensor) => divideOrZero(dy, b),
  b: (dy: tf.Tensor, a: tf.Tensor, b: tf.Tensor) =>
    tf.neg(divideOrZero(tf.mul(dy, a), tf.square(b))),
};

/**
 * Gradients of division, 0 at the pole b = 0 by convention. tfjs-core 4.22 has 0 / 0 = NaN there, also where the quotient was
 * not taken, as in `divNoNan` and `where(b > 0, a / b, 0)`.
 */
export const DIVISION_GRADIENTS: readonly tf.GradConfig[] = [
  binaryGradient("RealDiv", gradients),
  binaryGradient("DivNoNan", gradients),
];
