import type * as tf from "@tensorflow/tfjs";
import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import { type PoolingAttributes, visitWindows } from "./visit_windows.ts";

/**
 * Finds where each window of a max-pooling has its maximum, the first one in reading order where several are.
 *
 * @param pooling `input` [n, height, width, c] and `output` [n, height', width', c] or anything of its size.
 * @param attributes Windows and padding.
 * @param backend Holds the input.
 * @returns Flat indices into the input, one for each element of the output.
 */
export function findMaxima(
  { input, output }: { input: tf.Tensor; output: tf.Tensor },
  attributes: PoolingAttributes,
  backend: BackendWasm,
): Int32Array {
  const values = backend.typedArrayFromHeap(input);
  const channels = (input as tf.Tensor4D).shape[3];
  const maxima = new Int32Array(output.size);
  visitWindows(input, attributes, (at, pixels) => {
    for (let channel = 0; channel < channels; channel++) {
      let best = pixels[0] + channel;
      for (const pixel of pixels) {
        if (values[pixel + channel] > values[best]) best = pixel + channel;
      }
      maxima[at + channel] = best;
    }
  });
  return maxima;
}
