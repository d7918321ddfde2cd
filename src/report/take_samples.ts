import type { StoredTensor } from "../formats/safetensors.ts";
import type { ImageStack, Samples } from "./report_data.ts";

/**
 * Takes the first samples of a tensor: images where it holds bytes, else points.
 *
 * @param tensor Shape [n, height, width] or [n, height, width, channels] of bytes, or [n, 2] of floats.
 * @param count How many to take.
 * @returns Views of the tensor's own memory.
 */
export function takeSamples(tensor: StoredTensor, count: number): Samples {
  if (tensor.dtype === "U8") return { images: toStack(tensor, count) };
  return { points: (tensor.data as Float32Array).subarray(0, 2 * count) };
}

/** Takes the first images of a tensor of bytes, at most `most` of them. */
export function toStack(tensor: StoredTensor, most: number): ImageStack {
  const [total, height, width, channels = 1] = tensor.shape;
  const count = Math.min(most, total);
  const data = (tensor.data as Uint8Array).subarray(0, count * height * width * channels);
  return { data, count, height, width, channels };
}
