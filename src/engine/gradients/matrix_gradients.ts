import * as tf from "@tensorflow/tfjs";
import { sumToShape } from "./sum_to_shape.ts";
import { unaryGradient } from "./unary_gradient.ts";

const matMul = tf.getGradient("BatchMatMul");

/**
 * dL/dA of einsum("A,B->Y") is einsum("Y,B->A"); labels that only A has, over which it was summed, are broadcast.
 *
 * @param equation As `einsum` took it, with an arrow and each label once a term.
 * @param inputs A and B, or A alone.
 * @param index Which of them to differentiate by.
 */
function differentiateEinsum(
  dy: tf.Tensor,
  equation: string,
  inputs: readonly tf.Tensor[],
  index: number,
): tf.Tensor {
  const [left, result] = equation.replaceAll(" ", "").split("->");
  const terms = left.split(",");
  const otherTerms = [result, ...terms.filter((_, at) => at !== index)];
  const others = inputs.filter((_, at) => at !== index);
  const isKnown = (label: string) => otherTerms.some((term) => term.includes(label));
  const labels = [...terms[index]];
  const gradient = tf.einsum(
    `${otherTerms.join(",")}->${labels.filter(isKnown).join("")}`,
    dy,
    ...others,
  );
  const { shape } = inputs[index];
  const kept = shape.map((size, axis) => isKnown(labels[axis]) ? size : 1);
  return tf.broadcastTo(tf.reshape(gradient, kept), shape);
}

/**
 * Gradients of products. tfjs-core 4.22 has none for `einsum` and `diag`, and that of `matMul` throws when a batch axis is
 * broadcast.
 */
export const MATRIX_GRADIENTS: readonly tf.GradConfig[] = [
  {
    ...matMul,
    gradFunc: (dy, [a, b], attributes) => {
      const gradients = matMul.gradFunc(dy, [a, b], attributes);
      return {
        a: () => sumToShape(gradients.a(), a.shape),
        b: () => sumToShape(gradients.b(), b.shape),
      };
    },
  },
  {
    kernelName: "Einsum",
    saveAllInputs: true,
    gradFunc: (dy, inputs, { equation }) =>
      Object.fromEntries(inputs.map((_, index) => [
        index,
        () => differentiateEinsum(dy as tf.Tensor, equation as string, inputs, index),
      ])),
  },
  unaryGradient("Diag", (dy, x) => {
    const square = tf.reshape(dy, [x.size, x.size]);
    return tf.reshape(tf.sum(tf.mul(square, tf.eye(x.size)), 1), x.shape);
  }),
];
