import * as tf from "@tensorflow/tfjs";
import type { DrawKey } from "../engine/random.ts";
import { drawParameter, keyOf } from "./initialize.ts";
import type { Parameters } from "./network.ts";

/** How minibatch discrimination is set. */
export interface MinibatchDiscrimination {
  /** B: how many closeness features a sample gets. */
  readonly kernels: number;
  /** C: numbers that one feature compares. */
  readonly dimensions: number;
  /** `"sum"` over the other samples as in the paper, or their `"mean"`, which does not grow with the batch. */
  readonly reduction: "sum" | "mean";
  /**
   * `"origin"`: each of the other samples is taken to lie at the origin, so that none has to do with another; a control
   * of equal parameters. Absent: `"others"`, where they are.
   */
  readonly compareWith?: "others" | "origin";
}

/** Standard deviation of row products f T, whatever the feature count. */
const PROJECTION_SCALE = 0.7;

/** Parameters: `<name>/kernel`, the tensor T as [features, kernels * dimensions]. */
export function initMinibatchDiscrimination(
  key: DrawKey,
  name: string,
  options: MinibatchDiscrimination & { features: number },
): Parameters {
  const { features, kernels, dimensions } = options;
  const kernel = `${name}/kernel`;
  const standardDeviation = PROJECTION_SCALE / Math.sqrt(features);
  return {
    [kernel]: drawParameter(
      keyOf(key, kernel),
      [features, kernels * dimensions],
      standardDeviation,
    ),
  };
}

/**
 * Appends to each sample's features how close it lies to the other samples of its batch, so that a discriminator sees
 * a generator that repeats itself.
 *
 * With M_i = f(x_i) T in R^{B x C}: c_b(x_i, x_j) = exp(-||M_{i,b} - M_{j,b}||_1), and o(x_i)_b is the sum (or mean) of
 * c_b(x_i, x_j) over j != i. Real and fake samples are never in one batch: call it once for each. With
 * `compareWith: "origin"`, M_j is 0, and the sum is (n - 1) exp(-||M_{i,b}||_1).
 *
 * @param parameters Holds T.
 * @param name Its prefix.
 * @param features f(x), [n, features]; n > 1.
 * @param options B, C, the reduction, and what is compared with.
 * @returns `[n, features + B]`.
 *
 * Source: Salimans et al. 2016, "Improved Techniques for Training GANs", section 3.2.
 */
export function applyMinibatchDiscrimination(
  parameters: Parameters,
  name: string,
  features: tf.Tensor,
  options: MinibatchDiscrimination,
): tf.Tensor {
  const count = features.shape[0];
  if (count < 2) {
    throw new RangeError(
      `Cannot compare samples within a batch of ${count}: at least 2 are needed`,
    );
  }
  const { kernels, dimensions, reduction, compareWith = "others" } = options;
  const projected = tf.matMul(features as tf.Tensor2D, parameters[`${name}/kernel`] as tf.Tensor2D);
  const placed = tf.reshape(projected, [count, kernels, dimensions]);
  const closeness = compareWith === "origin"
    ? tf.mul(count - 1, closenessOf(placed))
    : sumCloseness(placed);
  const others = reduction === "mean" ? tf.div(closeness, count - 1) : closeness;
  return tf.concat([features, others], 1);
}

/**
 * o_b for each sample, with its own gradient: dL/dM_{i,b,c} = -sum_j (g_{i,b} + g_{j,b}) c_b(i,j) sign(M_{i,b,c} - M_{j,b,c}).
 * Differentiating the broadcast differences op by op would keep four [n, n, B, C] tensors.
 *
 * @param projected M, [n, B, C].
 * @returns `[n, B]`.
 */
function sumCloseness(projected: tf.Tensor): tf.Tensor {
  const sumOf = tf.customGrad((m, save) => {
    const input = m as tf.Tensor;
    (save as tf.GradSaveFunc)([input]);
    return {
      value: tf.sum(closenessPairs(differences(input)), 1),
      gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) => {
        const pairs = differences(saved[0]);
        const upstream = tf.add(tf.expandDims(dy, 1), tf.expandDims(dy, 0));
        const weights = tf.mul(upstream, closenessPairs(pairs));
        return tf.neg(tf.sum(tf.mul(tf.expandDims(weights, 3), tf.sign(pairs)), 1));
      },
    };
  });
  return sumOf(projected);
}

/** M_i - M_j for all pairs, [n, n, B, C]. */
function differences(m: tf.Tensor): tf.Tensor {
  return tf.sub(tf.expandDims(m, 1), tf.expandDims(m, 0));
}

/** exp(-||difference||_1) over the last axis. */
function closenessOf(differences: tf.Tensor): tf.Tensor {
  return tf.exp(tf.neg(tf.sum(tf.abs(differences), -1)));
}

/** c_b(i, j) with zeros where i = j, [n, n, B]. */
function closenessPairs(pairs: tf.Tensor): tf.Tensor {
  const others = tf.sub(1, tf.eye(pairs.shape[0]));
  return tf.mul(closenessOf(pairs), tf.expandDims(others, 2));
}
