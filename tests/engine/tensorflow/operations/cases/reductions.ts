import * as tf from "@tensorflow/tfjs";
import { bools, given, integers, normal, type OperationCases } from "../case.ts";

const inputs = [normal(2, 3, 4)];

const SHAPE_UNKNOWN =
  `Cannot capture "UniqueV2": the shape of its output, [?], is not known before it runs.`;

/** Operations that reduce or accumulate along axes. */
export const REDUCTIONS: OperationCases = {
  all: { inputs: [bools(3, 4)], compute: (x) => tf.all(x, 1) },
  any: { inputs: [bools(3, 4)], compute: (x) => tf.any(x, 0) },
  argMax: { inputs, compute: (x) => tf.argMax(x, 1) },
  argMin: { inputs, compute: (x) => tf.argMin(x, -1) },
  bincount: {
    inputs: [integers(5, 12), normal(12)],
    compute: (x, weights) => tf.bincount(x, weights, 5),
  },
  cumprod: { inputs, compute: (x) => tf.cumprod(x, 1) },
  "cumprod with a zero": {
    inputs: [given([[2, 0, 3, 4], [4, 5, 6, 7]])],
    compute: (x) => tf.cumprod(x, 1),
  },
  "cumprod exclusive and reverse": { inputs, compute: (x) => tf.cumprod(x, 2, true, true) },
  cumsum: { inputs, compute: (x) => tf.cumsum(x, 1) },
  "cumsum exclusive and reverse": { inputs, compute: (x) => tf.cumsum(x, 0, true, true) },
  denseBincount: {
    inputs: [integers(5, 2, 6), normal(2, 6)],
    compute: (x, weights) => tf.denseBincount(x, weights, 5),
    refuses: { eager: "Kernel 'DenseBincount' not registered for backend 'tensorflow'" },
  },
  euclideanNorm: { inputs, compute: (x) => tf.euclideanNorm(x, 1) },
  logSoftmax: { inputs, compute: (x) => tf.logSoftmax(x) },
  logSumExp: { inputs, compute: (x) => tf.logSumExp(x, [0, 2]) },
  max: { inputs, compute: (x) => tf.max(x, 1) },
  mean: { inputs, compute: (x) => tf.mean(x, [0, 2], true) },
  min: { inputs, compute: (x) => tf.min(x) },
  moments: {
    inputs,
    compute: (x) => {
      const { mean, variance } = tf.moments(x, [0, 1]);
      return [mean, variance];
    },
  },
  norm: { inputs, compute: (x) => tf.norm(x, "euclidean", 2) },
  prod: { inputs, compute: (x) => tf.prod(x, 1) },
  "prod with a zero": {
    inputs: [given([[2, 0, 3], [4, 5, 6]])],
    compute: (x) => tf.prod(x, [1]),
  },
  softmax: {
    inputs,
    compute: (x) => tf.softmax(x),
    loose: { graph: [2e-7, "graphs take the softmax of oneDNN"] },
  },
  sum: { inputs, compute: (x) => tf.sum(x, 1) },
  "sum of bools": { inputs: [bools(3, 4)], compute: (x) => tf.sum(x, 1) },
  topk: {
    inputs: [normal(3, 6)],
    compute: (x) => {
      const { values, indices } = tf.topk(x, 2);
      return [values, indices];
    },
  },
  unique: {
    inputs: [integers(3, 6)],
    compute: (x) => tf.unique(x).values,
    refuses: { graph: SHAPE_UNKNOWN, xla: SHAPE_UNKNOWN },
  },
};
