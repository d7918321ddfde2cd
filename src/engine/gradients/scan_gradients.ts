import * as tf from "@tensorflow/tfjs";
import { unaryGradient } from "./unary_gradient.ts";

interface ScanAttributes {
  readonly axis: number;
  readonly exclusive: boolean;
  readonly reverse: boolean;
}

/**
 * y_j is the product of the x_k that a row of `mask` selects. So dL/dx_k is the sum over j of dL/dy_j and the product of the
 * other selected elements, which is found without a division, so that zeros do no harm; it takes n^2 numbers for a scan
 * over n.
 */
function differentiateProducts(
  dy: tf.Tensor,
  x: tf.Tensor,
  { axis, exclusive, reverse }: ScanAttributes,
): tf.Tensor {
  const order = x.shape.map((_, index) => index).filter((index) => index !== axis).concat(axis);
  const count = x.shape[axis];
  const band = tf.linalg.bandPart(tf.ones([count, count]), reverse ? 0 : -1, reverse ? -1 : 0);
  const mask = exclusive ? tf.sub(band, tf.eye(count)) : band;
  const rows = tf.expandDims(tf.transpose(x, order), -2);
  const factors = tf.add(tf.mul(rows, mask), tf.sub(1, mask));
  const others = tf.mul(
    tf.cumprod(factors, factors.rank - 1, true, false),
    tf.cumprod(factors, factors.rank - 1, true, true),
  );
  const weights = tf.expandDims(tf.transpose(dy, order), -1);
  const gradient = tf.sum(tf.mul(tf.mul(weights, others), mask), -2);
  return tf.transpose(gradient, order.map((_, index) => order.indexOf(index)));
}

/** Gradients of scans: tfjs-core 4.22 transposes that of `cumsum` along any axis but the last, and has none for `cumprod`. */
export const SCAN_GRADIENTS: readonly tf.GradConfig[] = [
  unaryGradient<ScanAttributes>(
    "Cumsum",
    (dy, _x, { axis, exclusive, reverse }) => tf.cumsum(dy, axis, exclusive, !reverse),
  ),
  unaryGradient<ScanAttributes>("Cumprod", differentiateProducts),
];
