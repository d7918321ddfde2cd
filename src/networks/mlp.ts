import * as tf from "@tensorflow/tfjs";
import type { DrawKey } from "../engine/random.ts";
import { type Activation, ACTIVATIONS } from "./activation.ts";
import { applyDense, initDense } from "./dense.ts";
import { glorot } from "./initialize.ts";
import { countElements, type Network, type Parameters, type SampleShape } from "./network.ts";

/** Hidden layers of a multilayer perceptron. */
export interface MlpSettings {
  /** Units of each hidden layer. */
  readonly hidden: readonly number[];
  readonly activation: Activation;
}

/** Parameters of the dense layers `<prefix>/dense_1` … between consecutive sizes. */
export function initLayers(key: DrawKey, prefix: string, sizes: readonly number[]): Parameters {
  const layers = sizes.slice(1).map((outputs, index) =>
    initDense(key, `${prefix}/dense_${index + 1}`, {
      inputs: sizes[index],
      outputs,
      standardDeviation: glorot(sizes[index], outputs),
    })
  );
  return Object.assign({}, ...layers);
}

/** Applies `count` dense layers, each followed by the activation. */
export function applyHidden(
  parameters: Parameters,
  prefix: string,
  x: tf.Tensor,
  settings: MlpSettings,
): tf.Tensor {
  return settings.hidden.reduce<tf.Tensor>(
    (hidden, _, index) =>
      ACTIVATIONS[settings.activation](
        applyDense(parameters, `${prefix}/dense_${index + 1}`, hidden),
      ),
    x,
  );
}

/**
 * A generator of dense layers: latents [n, latentDim] → images [n, size, size, 1] in (-1, 1) by tanh, or points [n, 2]
 * without a bound.
 *
 * Source: Goodfellow et al. 2014, "Generative Adversarial Nets", section 5.
 */
export function mlpGenerator(
  settings: MlpSettings & { latentDim: number; shape: SampleShape },
): Network {
  const { latentDim, hidden, shape } = settings;
  const outputs = countElements(shape);
  const last = `generator/dense_${hidden.length + 1}`;
  return {
    init: (key) => initLayers(key, "generator", [latentDim, ...hidden, outputs]),
    apply: (parameters, latents) => {
      const top = applyHidden(parameters, "generator", latents, settings);
      const samples = applyDense(parameters, last, top);
      if (shape.kind === "points") return samples;
      return tf.reshape(tf.tanh(samples), [latents.shape[0], shape.size, shape.size, 1]);
    },
  };
}
