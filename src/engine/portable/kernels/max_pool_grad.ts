import type * as tf from "@tensorflow/tfjs";
import { findMaxima } from "./find_maxima.ts";
import type { KernelCall } from "./kernel.ts";
import type { PoolingAttributes } from "./visit_windows.ts";

/**
 * The gradient of max-pooling: hands dy to the maximum of each window. The wasm backend's own loses the gradient of windows
 * without a positive element.
 *
 * @param call `dy` [n, height', width', c] and `input` [n, height, width, c]; windows and padding.
 * @returns `[n, height, width, c]`.
 */
export function maxPoolGrad(
  { inputs: { dy, input }, attrs, backend }: KernelCall<"dy" | "input", PoolingAttributes>,
): tf.TensorInfo {
  const maxima = findMaxima({ input, output: dy }, attrs, backend);
  const result = backend.makeOutput(input.shape, "float32");
  // Views of the heap, which making the result may have moved.
  const gradient = backend.typedArrayFromHeap(result).fill(0);
  const slopes = backend.typedArrayFromHeap(dy);
  for (let at = 0; at < maxima.length; at++) gradient[maxima[at]] += slopes[at];
  return result;
}
