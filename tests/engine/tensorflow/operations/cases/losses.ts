import * as tf from "@tensorflow/tfjs";
import { between, bools, integers, normal, type OperationCases } from "../case.ts";

const labels = between(0, 1, 4, 3);
const predictions = between(0.1, 0.9, 4, 3);
const weights = between(0.5, 2, 4, 3);

/** Losses, cells and what is built of other operations. */
export const LOSSES: OperationCases = {
  basicLSTMCell: {
    inputs: [normal(7, 8), normal(8), normal(2, 5), normal(2, 2), normal(2, 2)],
    compute: (kernel, bias, data, c, h) => tf.basicLSTMCell(tf.scalar(1), kernel, bias, data, c, h),
  },
  "losses.absoluteDifference": {
    inputs: [labels, predictions, weights],
    compute: (a, b, w) => tf.losses.absoluteDifference(a, b, w),
  },
  "losses.computeWeightedLoss": {
    inputs: [predictions, weights],
    compute: (losses, w) => tf.losses.computeWeightedLoss(losses, w),
  },
  "losses.cosineDistance": {
    inputs: [labels, predictions],
    compute: (a, b) => tf.losses.cosineDistance(a, b, 1),
  },
  "losses.hingeLoss": {
    inputs: [bools(4, 3), normal(4, 3)],
    compute: (a, b) => tf.losses.hingeLoss(tf.cast(a, "float32"), b),
  },
  "losses.huberLoss": {
    inputs: [normal(4, 3), normal(4, 3)],
    compute: (a, b) => tf.losses.huberLoss(a, b),
  },
  "losses.logLoss": {
    inputs: [labels, predictions],
    compute: (a, b) => tf.losses.logLoss(a, b),
  },
  "losses.meanSquaredError": {
    inputs: [labels, predictions],
    compute: (a, b) => tf.losses.meanSquaredError(a, b),
  },
  "losses.sigmoidCrossEntropy": {
    inputs: [labels, normal(4, 3)],
    compute: (a, b) => tf.losses.sigmoidCrossEntropy(a, b),
  },
  "losses.softmaxCrossEntropy": {
    inputs: [integers(3, 4), normal(4, 3)],
    compute: (classes, logits) =>
      tf.losses.softmaxCrossEntropy(tf.cast(tf.oneHot(classes, 3), "float32"), logits),
    refuses: {
      secondGradient:
        `Cannot differentiate "softmaxCrossEntropy" twice: its gradient keeps a tensor`,
    },
  },
};
