import * as tf from "@tensorflow/tfjs";

/**
 * Joins each `packing` consecutive samples to one, so that a discriminator sees them together and a generator that repeats
 * itself is found out.
 *
 * @param samples Points `[n * packing, 2]`, or images `[n * packing, size, size, channels]`.
 * @param packing Samples in a pack, >= 1; it divides their number.
 * @returns Points `[n, 2 * packing]`, or images `[n, size, size, packing * channels]`.
 * @throws {RangeError} When `packing` does not divide the number of samples.
 *
 * Source: Lin et al. 2018, "PacGAN: The power of two samples in generative adversarial networks", section 2.
 */
export function packSamples(samples: tf.Tensor, packing: number): tf.Tensor {
  if (packing === 1) return samples;
  const [total, ...size] = samples.shape;
  if (total % packing !== 0) {
    throw new RangeError(
      `Cannot pack ${total} samples by ${packing}: the remainder is ${total % packing}. ` +
        `Give a multiple of ${packing}`,
    );
  }
  const count = total / packing;
  const channels = size[size.length - 1];
  const places = size.slice(0, -1).reduce((product, side) => product * side, 1);
  const joined = [count, ...size.slice(0, -1), packing * channels];
  if (places === 1) return tf.reshape(samples, joined);
  const packs = tf.reshape(samples, [count, packing, places, channels]);
  return tf.reshape(tf.transpose(packs, [0, 2, 1, 3]), joined);
}
