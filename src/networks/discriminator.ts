import * as tf from "@tensorflow/tfjs";
import type { DrawKey } from "../engine/random.ts";
import {
  applyConvolutions,
  type ConvolutionSettings,
  countFeatures,
  DCGAN_KERNEL_SCALE,
  initConvolutions,
} from "./dcgan.ts";
import { applyDense, initDense } from "./dense.ts";
import { applyHidden, initHidden, kernelScale, type MlpSettings } from "./hidden_layers.ts";
import {
  applyMinibatchDiscrimination,
  initMinibatchDiscrimination,
  type MinibatchDiscrimination,
} from "./minibatch_discrimination.ts";
import {
  countChannels,
  countElements,
  type Network,
  type Parameters,
  type SampleShape,
} from "./network.ts";

/** What a spec says of a discriminator. */
export type DiscriminatorSettings =
  & { readonly minibatchDiscrimination?: MinibatchDiscrimination }
  & (
    | { readonly kind: "mlp" } & MlpSettings
    | { readonly kind: "dcgan" } & ConvolutionSettings
  );

/** The layers below the last one: samples to features. */
interface Body {
  readonly featureCount: number;
  readonly init: (key: DrawKey) => Parameters;
  readonly apply: (parameters: Parameters, x: tf.Tensor) => tf.Tensor;
  /** Standard deviation of the kernel that reads this many features. */
  readonly topScale: (features: number) => number;
}

const PREFIX = "discriminator";

/**
 * A discriminator: samples [n, …] → logits [n, 1], large for samples taken for real. With minibatch discrimination, its
 * closeness features stand beside those of the penultimate layer.
 *
 * @param settings Network and options of the spec.
 * @param shape The shape of a sample.
 * @param packing How many samples it sees joined as one, by {@linkcode packSamples}.
 * @returns The network.
 */
export function makeDiscriminator(
  settings: DiscriminatorSettings,
  shape: SampleShape,
  packing = 1,
): Network {
  const body = settings.kind === "mlp"
    ? mlpBody(settings, countElements(shape) * packing)
    : dcganBody(settings, shape, packing);
  const discrimination = settings.minibatchDiscrimination;
  const features = body.featureCount + (discrimination?.kernels ?? 0);
  return {
    init: (key) => ({
      ...body.init(key),
      ...(discrimination === undefined ? {} : initMinibatchDiscrimination(
        key,
        `${PREFIX}/minibatch_discrimination`,
        { ...discrimination, features: body.featureCount },
      )),
      ...initDense(key, `${PREFIX}/logit`, {
        inputs: features,
        outputs: 1,
        standardDeviation: body.topScale(features),
      }),
    }),
    apply: (parameters, x) => {
      const own = body.apply(parameters, x);
      const all = discrimination === undefined ? own : applyMinibatchDiscrimination(
        parameters,
        `${PREFIX}/minibatch_discrimination`,
        own,
        discrimination,
      );
      return applyDense(parameters, `${PREFIX}/logit`, all);
    },
  };
}

function mlpBody(
  settings: Extract<DiscriminatorSettings, { kind: "mlp" }>,
  inputs: number,
): Body {
  return {
    featureCount: settings.hidden[settings.hidden.length - 1],
    init: (key) => initHidden(key, PREFIX, inputs, settings),
    apply: (parameters, x) =>
      applyHidden(parameters, PREFIX, tf.reshape(x, [x.shape[0], inputs]), settings),
    topScale: (features) => kernelScale(settings, features, 1),
  };
}

function dcganBody(
  settings: Extract<DiscriminatorSettings, { kind: "dcgan" }>,
  shape: SampleShape,
  packing: number,
): Body {
  if (shape.kind !== "images") throw new RangeError("Cannot convolve points: DCGAN takes images");
  return {
    featureCount: countFeatures(shape.size, settings.channels),
    init: (key) =>
      initConvolutions(key, PREFIX, {
        ...settings,
        inputs: packing * countChannels(shape),
      }),
    apply: (parameters, x) => applyConvolutions(parameters, PREFIX, x, settings),
    topScale: () => DCGAN_KERNEL_SCALE,
  };
}
