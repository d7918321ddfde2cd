import * as tf from "@tensorflow/tfjs";
import type { DrawKey } from "../engine/random.ts";
import { ACTIVATIONS } from "./activation.ts";
import { applyBatchNorm, initBatchNorm } from "./batch_norm.ts";
import { applyDense, initDense } from "./dense.ts";
import { drawParameter, keyOf } from "./initialize.ts";
import type { Network, Parameters } from "./network.ts";

/** Standard deviation of every kernel, as in the paper's section 4; also of the dense layer on top. */
export const DCGAN_KERNEL_SCALE = 0.02;
const KERNEL_SIZE = 5;
const STRIDE = 2;

/** Channels of the strided convolutions. */
export interface DcganSettings {
  readonly channels: readonly number[];
}

/** Sides of an image and of its maps after each of so many strided convolutions: 28, 14, 7, 4, 2. */
function listSides(size: number, convolutions: number): number[] {
  const sides = [size];
  for (let index = 0; index < convolutions; index++) sides.push(Math.ceil(sides[index] / STRIDE));
  return sides;
}

function initKernel(key: DrawKey, name: string, shape: number[]): Parameters {
  return { [name]: drawParameter(keyOf(key, name), shape, DCGAN_KERNEL_SCALE) };
}

/**
 * The DCGAN generator: a dense layer to a small feature map, then transposed 5x5 convolutions that double its side, with
 * batch normalisation and ReLU between them and tanh at the end.
 *
 * Latents [n, latentDim] → images [n, size, size, imageChannels] in (-1, 1). `channels` go from the small map outwards,
 * whose side is the image's, halved and rounded up channels.length times.
 *
 * Source: Radford et al. 2016, "Unsupervised Representation Learning with DCGANs", section 3 and figure 1.
 */
export function dcganGenerator(
  settings: DcganSettings & { latentDim: number; size: number; imageChannels: number },
): Network {
  const { channels, latentDim, size, imageChannels } = settings;
  const [inner, ...sides] = listSides(size, channels.length).reverse();
  const outer = [...channels.slice(1), imageChannels];
  return {
    init: (key) => ({
      ...initDense(key, "generator/dense", {
        inputs: latentDim,
        outputs: inner * inner * channels[0],
        standardDeviation: DCGAN_KERNEL_SCALE,
        bias: false,
      }),
      ...Object.assign(
        {},
        ...channels.map((_, index) =>
          initBatchNorm(`generator/norm_${index + 1}`, channels[index])
        ),
      ),
      ...Object.assign(
        {},
        ...outer.map((outputs, index) =>
          initKernel(key, `generator/conv_${index + 1}/kernel`, [
            KERNEL_SIZE,
            KERNEL_SIZE,
            outputs,
            channels[index],
          ])
        ),
      ),
    }),
    apply: (parameters, latents) => {
      const count = latents.shape[0];
      const map = applyDense(parameters, "generator/dense", latents);
      const start = tf.reshape(map, [count, inner, inner, channels[0]]);
      const images = outer.reduce<tf.Tensor>((x, outputs, index) => {
        const active = tf.relu(applyBatchNorm(parameters, `generator/norm_${index + 1}`, x));
        return tf.conv2dTranspose(
          active as tf.Tensor4D,
          parameters[`generator/conv_${index + 1}/kernel`] as tf.Tensor4D,
          [count, sides[index], sides[index], outputs],
          STRIDE,
          "same",
        );
      }, start);
      return tf.tanh(images);
    },
  };
}

/** Strided convolutions, as a discriminator has them. */
export interface ConvolutionSettings extends DcganSettings {
  /** Whether all but the first are normalised by their batch, and else have a bias, as the first one. Absent: yes. */
  readonly batchNorm?: boolean;
}

/** Parameters of the convolutions of {@linkcode applyConvolutions}, for images of `inputs` channels. */
export function initConvolutions(
  key: DrawKey,
  prefix: string,
  { channels, batchNorm = true, inputs: first }: ConvolutionSettings & { inputs: number },
): Parameters {
  const layers = channels.map((outputs, index) => {
    const name = `${prefix}/conv_${index + 1}`;
    const inputs = index === 0 ? first : channels[index - 1];
    return {
      ...initKernel(key, `${name}/kernel`, [KERNEL_SIZE, KERNEL_SIZE, inputs, outputs]),
      ...(index > 0 && batchNorm
        ? initBatchNorm(`${prefix}/norm_${index + 1}`, outputs)
        : { [`${name}/bias`]: tf.zeros([outputs]) }),
    };
  });
  return Object.assign({}, ...layers);
}

/**
 * Strided 5x5 convolutions that halve the side, leaky ReLU after each, and batch normalisation on all but the first, as
 * the paper advises, unless it is switched off.
 *
 * @param parameters Holds their parameters.
 * @param prefix Prefix of their names.
 * @param x Images `[n, size, size, inputs]`.
 * @param settings Channels of each convolution, and whether they are normalised.
 * @returns Flat features `[n, inner * inner * last channels]`.
 */
export function applyConvolutions(
  parameters: Parameters,
  prefix: string,
  x: tf.Tensor,
  { channels, batchNorm = true }: ConvolutionSettings,
): tf.Tensor {
  const map = channels.reduce<tf.Tensor>((input, _, index) => {
    const name = `${prefix}/conv_${index + 1}`;
    const kernel = parameters[`${name}/kernel`] as tf.Tensor4D;
    const output = tf.conv2d(input as tf.Tensor4D, kernel, STRIDE, "same");
    const ready = index > 0 && batchNorm
      ? applyBatchNorm(parameters, `${prefix}/norm_${index + 1}`, output)
      : tf.add(output, parameters[`${name}/bias`]);
    return ACTIVATIONS["leaky-relu"](ready);
  }, x);
  return tf.reshape(map, [x.shape[0], -1]);
}

/** How many features {@linkcode applyConvolutions} gives for images of a side. */
export function countFeatures(size: number, channels: readonly number[]): number {
  return listSides(size, channels.length)[channels.length] ** 2 * channels[channels.length - 1];
}
