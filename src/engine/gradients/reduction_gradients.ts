import * as tf from "@tensorflow/tfjs";
import { toMask } from "./to_mask.ts";
import { unaryGradient } from "./unary_gradient.ts";

/** Axes and shape of a reduction, the reduced axes kept as 1. */
function describeReduction(x: tf.Tensor, axis: number | number[] | undefined) {
  const axes = tf.util.parseAxisParam(axis!, x.shape);
  const keptShape = x.shape.map((size, index) => axes.includes(index) ? 1 : size);
  return { axes, keptShape, count: axes.reduce((product, index) => product * x.shape[index], 1) };
}

interface ReductionAttributes {
  readonly axis?: number | number[];
}

/** What `Max` and `Min` name their axes. */
interface ExtremumAttributes extends ReductionAttributes {
  readonly reductionIndices?: number | number[];
}

/** dL/dy goes to the elements that are the extremum, in equal shares where several are. */
function extremumGradient(kernelName: "Max" | "Min"): tf.GradConfig {
  return {
    kernelName,
    inputsToSave: ["x"],
    outputsToSave: [true],
    gradFunc: (dy, [x, y], attributes) => ({
      x: () => {
        const { axis, reductionIndices } = attributes as ExtremumAttributes;
        const { axes, keptShape } = describeReduction(x, reductionIndices ?? axis);
        const isExtremum = toMask(tf.equal(x, tf.reshape(y, keptShape)));
        const share = tf.div(isExtremum, tf.sum(isExtremum, axes, true));
        return tf.mul(tf.reshape(dy as tf.Tensor, keptShape), share);
      },
    }),
  };
}

/**
 * Gradients of reductions. In tfjs-core 4.22 `max` and `min` hand the whole gradient to each of several equal elements, so
 * that it grows with their number; `sum` and `mean` multiply by a tensor of ones as large as x, which a capture would hold
 * as a constant.
 */
export const REDUCTION_GRADIENTS: readonly tf.GradConfig[] = [
  unaryGradient<ReductionAttributes>("Sum", (dy, x, { axis }) => {
    const { keptShape } = describeReduction(x, axis);
    return tf.broadcastTo(tf.reshape(dy, keptShape), x.shape);
  }),
  unaryGradient<ReductionAttributes>("Mean", (dy, x, { axis }) => {
    const { keptShape, count } = describeReduction(x, axis);
    return tf.broadcastTo(tf.div(tf.reshape(dy, keptShape), count), x.shape);
  }),
  extremumGradient("Max"),
  extremumGradient("Min"),
];
