import type * as tf from "@tensorflow/tfjs";
import type { KernelCall } from "./kernel.ts";
import { type PoolingAttributes, visitWindows } from "./visit_windows.ts";

/**
 * The gradient of average pooling: each pixel of a window gets dy / pixels. The wasm backend's own counts padding among the
 * pixels, which its pooling does not.
 *
 * @param call `dy` [n, height', width', c] and `input` [n, height, width, c]; windows and padding.
 * @returns `[n, height, width, c]`.
 */
export function avgPoolGrad(
  { inputs: { dy, input }, attrs, backend }: KernelCall<"dy" | "input", PoolingAttributes>,
): tf.TensorInfo {
  const result = backend.makeOutput(input.shape, "float32");
  const gradient = backend.typedArrayFromHeap(result).fill(0);
  const slopes = backend.typedArrayFromHeap(dy);
  const channels = (input as tf.Tensor4D).shape[3];
  visitWindows(input, attrs, (at, pixels) => {
    for (const pixel of pixels) {
      for (let channel = 0; channel < channels; channel++) {
        gradient[pixel + channel] += slopes[at + channel] / pixels.length;
      }
    }
  });
  return result;
}
