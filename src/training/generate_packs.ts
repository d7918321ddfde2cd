import * as tf from "@tensorflow/tfjs";
import { normalisesBatch } from "../networks/generator.ts";
import type { Parameters } from "../networks/network.ts";
import type { Gan } from "./gan.ts";
import { packSamples } from "./pack_samples.ts";

/**
 * Packs of samples that the generator makes, each of `packing` consecutive latents.
 *
 * Batch normalisation sees the first samples of all packs as one batch, the second as another, and so on, as in the
 * code of the paper. Without it samples do not depend on each other, and are made at once.
 *
 * @param gan The generator, and `packing`.
 * @param parameters Its parameters.
 * @param latents `[n * packing, latentDim]`.
 * @returns As {@linkcode packSamples}: points `[n, 2 * packing]`, or images `[n, size, size, packing * channels]`.
 *
 * Source: Lin et al. 2018, "PacGAN: The power of two samples in generative adversarial networks", section 2, and
 * fjxmlzn/PacGAN, synthetic_data_experiments.
 */
export function generatePacks(gan: Gan, parameters: Parameters, latents: tf.Tensor): tf.Tensor {
  const { generator, settings: { packing = 1, generator: settings } } = gan;
  if (packing === 1 || !normalisesBatch(settings)) {
    return packSamples(generator.apply(parameters, latents), packing);
  }
  const [total, latentDim] = latents.shape;
  const packs = tf.reshape(latents, [total / packing, packing * latentDim]);
  const members = tf.split(packs, packing, 1).map((z) => generator.apply(parameters, z));
  return tf.concat(members, -1);
}
