import * as tf from "@tensorflow/tfjs";
import { applyDense, initDense } from "./dense.ts";
import { applyHidden, initHidden, kernelScale, type MlpSettings } from "./hidden_layers.ts";
import { countChannels, countElements, type Network, type SampleShape } from "./network.ts";

/**
 * A generator of dense layers: latents [n, latentDim] → images [n, size, size, channels] in (-1, 1) by tanh, or points [n, 2]
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
  const features = hidden[hidden.length - 1];
  return {
    init: (key) => ({
      ...initHidden(key, "generator", latentDim, settings),
      ...initDense(key, last, {
        inputs: features,
        outputs,
        standardDeviation: kernelScale(settings, features, outputs),
      }),
    }),
    apply: (parameters, latents) => {
      const top = applyHidden(parameters, "generator", latents, settings);
      const samples = applyDense(parameters, last, top);
      if (shape.kind === "points") return samples;
      const size = [shape.size, shape.size, countChannels(shape)];
      return tf.reshape(tf.tanh(samples), [latents.shape[0], ...size]);
    },
  };
}
