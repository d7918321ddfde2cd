import { countChannels, countElements, type SampleShape } from "../networks/network.ts";

/** Training samples in memory: pixels 0 … 255 of images [n, size, size, channels], or points [n, 2]. */
export interface TrainingSet {
  readonly shape: SampleShape;
  readonly count: number;
  readonly values: Uint8Array | Float32Array;
  /**
   * Which grey image of `values` each channel of each sample is, [count, channels]: samples are stacked as they are used,
   * and are never all in memory. Absent: `values` holds the samples themselves.
   */
  readonly stacks?: Int32Array;
}

/**
 * Copies samples by index, as they are stored.
 *
 * @param set Where from.
 * @param indices Which.
 * @returns Pixels of images [n, size, size, channels], or points [n, 2], row-major.
 */
export function copySamples(
  set: TrainingSet,
  indices: ArrayLike<number>,
): Uint8Array<ArrayBuffer> | Float32Array<ArrayBuffer> {
  const { shape, values, stacks } = set;
  const width = countElements(shape);
  const copy = values instanceof Uint8Array
    ? new Uint8Array(indices.length * width)
    : new Float32Array(indices.length * width);
  const channels = countChannels(shape);
  for (let row = 0; row < indices.length; row++) {
    if (stacks === undefined) {
      const from = indices[row] * width;
      copy.set(values.subarray(from, from + width), row * width);
      continue;
    }
    for (let channel = 0; channel < channels; channel++) {
      const image = stacks[indices[row] * channels + channel] * (width / channels);
      for (let at = row * width + channel, pixel = image; at < (row + 1) * width; at += channels) {
        copy[at] = values[pixel++];
      }
    }
  }
  return copy;
}
