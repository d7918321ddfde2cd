import type * as tf from "@tensorflow/tfjs";
import type { KernelCall } from "./kernel.ts";

/**
 * Sums of the rows of each segment, which the wasm backend lacks: the gradient of `tf.gather`.
 *
 * y[s, …] = sum of x[i, …] over i with segmentIds[i] = s. Rows with an id outside [0, numSegments) are left out.
 *
 * @param call `x` [n, …], float32, and `segmentIds` [n], int32; `numSegments`.
 * @returns y, [numSegments, …].
 */
export function unsortedSegmentSum(
  { inputs, attrs, backend }: KernelCall<"x" | "segmentIds", { numSegments: number }>,
): tf.TensorInfo {
  const { x, segmentIds } = inputs;
  const { numSegments } = attrs;
  const width = x.size / x.shape[0];
  const result = backend.makeOutput([numSegments, ...x.shape.slice(1)], x.dtype);
  // Views of the heap, which making the output may have moved.
  const sums = backend.typedArrayFromHeap(result).fill(0);
  const rows = backend.typedArrayFromHeap(x);
  backend.typedArrayFromHeap(segmentIds).forEach((segment: number, row: number) => {
    if (segment < 0 || segment >= numSegments) return;
    for (let column = 0; column < width; column++) {
      sums[segment * width + column] += rows[row * width + column];
    }
  });
  return result;
}
