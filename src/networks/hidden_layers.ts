import type * as tf from "@tensorflow/tfjs";
import type { DrawKey } from "../engine/random.ts";
import { type Activation, ACTIVATIONS } from "./activation.ts";
import { applyBatchNorm, initBatchNorm } from "./batch_norm.ts";
import { applyDense, initDense } from "./dense.ts";
import { glorot } from "./initialize.ts";
import { applyMaxout } from "./maxout.ts";
import type { Parameters } from "./network.ts";

/** Hidden layers of a multilayer perceptron. */
export interface MlpSettings {
  /** Units of each hidden layer. */
  readonly hidden: readonly number[];
  readonly activation: Activation;
  /** Linear pieces of a maxout unit; absent for other activations. */
  readonly pieces?: number;
  /** Whether each hidden layer is normalised before its activation. Absent: no. */
  readonly batchNorm?: boolean;
  /** Standard deviation of every kernel at the start. Absent: Glorot's, see {@linkcode glorot}. */
  readonly initialStandardDeviation?: number;
}

/**
 * Parameters of the hidden layers: `<prefix>/dense_1` …, and `<prefix>/norm_1` … with batch normalisation, whose offset
 * stands for the bias that a dense layer then lacks.
 */
export function initHidden(
  key: DrawKey,
  prefix: string,
  inputs: number,
  settings: MlpSettings,
): Parameters {
  const { hidden, pieces = 1, batchNorm = false } = settings;
  const layers = hidden.map((units, index) => {
    const from = index === 0 ? inputs : hidden[index - 1];
    const outputs = units * pieces;
    return {
      ...initDense(key, `${prefix}/dense_${index + 1}`, {
        inputs: from,
        outputs,
        standardDeviation: kernelScale(settings, from, units),
        bias: !batchNorm,
      }),
      ...(batchNorm ? initBatchNorm(`${prefix}/norm_${index + 1}`, outputs) : {}),
    };
  });
  return Object.assign({}, ...layers);
}

/** Applies the hidden layers: dense, batch normalisation where it is set, activation. */
export function applyHidden(
  parameters: Parameters,
  prefix: string,
  x: tf.Tensor,
  settings: MlpSettings,
): tf.Tensor {
  return settings.hidden.reduce<tf.Tensor>((input, _, index) => {
    const linear = applyDense(parameters, `${prefix}/dense_${index + 1}`, input);
    const ready = settings.batchNorm
      ? applyBatchNorm(parameters, `${prefix}/norm_${index + 1}`, linear)
      : linear;
    return settings.activation === "maxout"
      ? applyMaxout(ready, settings.pieces ?? 1)
      : ACTIVATIONS[settings.activation](ready);
  }, x);
}

/** Standard deviation of a kernel at the start. A piece of a maxout unit counts as a unit. */
export function kernelScale(settings: MlpSettings, inputs: number, outputs: number): number {
  return settings.initialStandardDeviation ?? glorot(inputs, outputs);
}
