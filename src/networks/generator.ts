import { dcganGenerator } from "./dcgan.ts";
import type { MlpSettings } from "./hidden_layers.ts";
import { mlpGenerator } from "./mlp.ts";
import { countChannels, type Network, type SampleShape } from "./network.ts";

/** What a spec says of a generator. */
export type GeneratorSettings =
  | { readonly kind: "mlp" } & MlpSettings
  | { readonly kind: "dcgan"; readonly channels: readonly number[] };

/** Whether a sample depends on those made with it. */
export function normalisesBatch(settings: GeneratorSettings): boolean {
  return settings.kind === "dcgan" || settings.batchNorm === true;
}

/**
 * A generator: latents [n, latentDim] → samples of the given shape.
 *
 * @param settings Network and options of the spec.
 * @param options `latentDim` and the shape of a sample.
 * @returns The network.
 */
export function makeGenerator(
  settings: GeneratorSettings,
  options: { latentDim: number; shape: SampleShape },
): Network {
  const { latentDim, shape } = options;
  if (settings.kind === "mlp") return mlpGenerator({ ...settings, latentDim, shape });
  if (shape.kind !== "images") throw new RangeError("Cannot convolve points: DCGAN makes images");
  const imageChannels = countChannels(shape);
  return dcganGenerator({ ...settings, latentDim, size: shape.size, imageChannels });
}
