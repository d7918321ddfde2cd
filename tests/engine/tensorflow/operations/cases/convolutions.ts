import * as tf from "@tensorflow/tfjs";
import { between, normal, type OperationCases, shuffled } from "../case.ts";

const image = normal(2, 5, 6, 2);
const volume = normal(1, 3, 4, 4, 2);

/** Convolutions, pooling and normalisation. */
export const CONVOLUTIONS: OperationCases = {
  avgPool: { inputs: [image], compute: (x) => tf.avgPool(x, 3, 2, "same") },
  avgPool3d: {
    inputs: [volume],
    compute: (x) => tf.avgPool3d(x, 2, 1, "same"),
    refuses: { float64: `Cannot run "AvgPool3D": Could not find device` },
  },
  batchNorm: {
    inputs: [image, normal(2), between(0.5, 2, 2), normal(2), normal(2)],
    compute: (x, mean, variance, offset, scale) =>
      tf.batchNorm(x, mean, variance, offset, scale, 1e-3),
    refuses: {
      float64: `Cannot run "FusedBatchNorm": Value for attr 'T' of double is not in the list`,
    },
  },
  conv1d: {
    inputs: [normal(2, 7, 2), normal(3, 2, 3)],
    compute: (x, filter) => tf.conv1d(x, filter, 2, "same"),
  },
  conv2d: {
    inputs: [image, normal(3, 3, 2, 3)],
    compute: (x, filter) => tf.conv2d(x, filter, 2, "same"),
  },
  "conv2d dilated": {
    inputs: [image, normal(2, 2, 2, 3)],
    compute: (x, filter) => tf.conv2d(x, filter, 1, "valid", "NHWC", 2),
  },
  "conv2d with explicit padding": {
    inputs: [image, normal(3, 3, 2, 3)],
    compute: (x, filter) => tf.conv2d(x, filter, 2, [[0, 0], [2, 1], [0, 1], [0, 0]]),
  },
  "conv2d without padding": {
    inputs: [image, normal(3, 2, 2, 3)],
    compute: (x, filter) => tf.conv2d(x, filter, 1, "valid"),
  },
  conv2dTranspose: {
    inputs: [normal(2, 3, 3, 2), normal(5, 5, 3, 2)],
    compute: (x, filter) => tf.conv2dTranspose(x, filter, [2, 6, 6, 3], 2, "same"),
  },
  conv3d: {
    inputs: [volume, normal(2, 2, 2, 2, 3)],
    compute: (x, filter) => tf.conv3d(x, filter, 1, "same"),
  },
  conv3dTranspose: {
    inputs: [normal(1, 2, 2, 2, 2), normal(2, 2, 2, 3, 2)],
    compute: (x, filter) => tf.conv3dTranspose(x, filter, [1, 4, 4, 4, 3], 2, "same"),
  },
  depthwiseConv2d: {
    inputs: [image, normal(3, 3, 2, 2)],
    compute: (x, filter) => tf.depthwiseConv2d(x, filter, 1, "same"),
  },
  "depthwiseConv2d dilated": {
    inputs: [image, normal(2, 2, 2, 2)],
    compute: (x, filter) => tf.depthwiseConv2d(x, filter, 1, "same", "NHWC", 2),
    refuses: {
      float64:
        `Cannot run "DepthwiseConv2dNative": Current kernel implementation does not support dilations`,
    },
  },
  dilation2d: {
    inputs: [image, normal(2, 2, 2)],
    compute: (x, filter) => tf.dilation2d(x, filter, 1, "same"),
    refuses: {
      xla: `Dilation2D (No registered`,
      secondGradient:
        "Cannot compute gradient: gradient function not found for Dilation2DBackpropFilter.",
    },
  },
  "fused.conv2d": {
    inputs: [image, normal(3, 3, 2, 3), normal(3)],
    compute: (x, filter, bias) =>
      tf.fused.conv2d({ x, filter, strides: 1, pad: "same", bias, activation: "relu" }),
  },
  "fused.depthwiseConv2d": {
    inputs: [image, normal(3, 3, 2, 1), normal(2)],
    compute: (x, filter, bias) =>
      tf.fused.depthwiseConv2d({ x, filter, strides: 1, pad: "same", bias, activation: "relu" }),
  },
  localResponseNormalization: {
    inputs: [normal(1, 2, 2, 6)],
    compute: (x) => tf.localResponseNormalization(x, 2),
    refuses: {
      float64: `Cannot run "LRN": Value for attr 'T' of double is not in the list`,
      secondGradient: "Cannot compute gradient: gradient function not found for LRNGrad.",
    },
  },
  maxPool: {
    inputs: [image],
    compute: (x) => tf.maxPool(x, 3, 2, "same"),
    loose: {
      graph: [2e-7, "graphs take the gradient of oneDNN, which adds overlaps in another order"],
    },
  },
  maxPool3d: {
    inputs: [shuffled(1, 3, 4, 4, 2)],
    compute: (x) => tf.maxPool3d(x, 2, 1, "same"),
    loose: {
      graph: [2e-7, "graphs take the gradient of oneDNN, which adds overlaps in another order"],
    },
    refuses: { float64: `Cannot run "MaxPool3D": Value for attr 'T' of double is not in the list` },
  },
  maxPoolWithArgmax: {
    inputs: [image],
    compute: (x) => tf.maxPoolWithArgmax(x, 2, 2, "same").result,
    refuses: { eager: "Kernel 'MaxPoolWithArgmax' not registered for backend 'tensorflow'" },
  },
  pool: { inputs: [image], compute: (x) => tf.pool(x, 2, "avg", "valid", 1, 2) },
  separableConv2d: {
    inputs: [image, normal(3, 3, 2, 2), normal(1, 1, 4, 3)],
    compute: (x, depthwise, pointwise) => tf.separableConv2d(x, depthwise, pointwise, 1, "same"),
  },
};
