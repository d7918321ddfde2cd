import type * as tf from "@tensorflow/tfjs";
import { findMaxima } from "./find_maxima.ts";
import type { KernelCall } from "./kernel.ts";
import type { PoolingAttributes } from "./visit_windows.ts";

/**
 * The gradient of the gradient of max-pooling, which the wasm backend lacks: reads where each window has its maximum.
 *
 * @param call `input` [n, height, width, c] and `gradient` in its shape, `output` of the pooling; windows and padding.
 * @returns `[n, height', width', c]`.
 */
export function maxPoolGradGrad(
  { inputs, attrs, backend }: KernelCall<"input" | "output" | "gradient", PoolingAttributes>,
): tf.TensorInfo {
  const maxima = findMaxima(inputs, attrs, backend);
  const result = backend.makeOutput(inputs.output.shape, "float32");
  const values = backend.typedArrayFromHeap(result);
  const gradient = backend.typedArrayFromHeap(inputs.gradient);
  for (let at = 0; at < maxima.length; at++) values[at] = gradient[maxima[at]];
  return result;
}
