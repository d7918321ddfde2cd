import * as tf from "@tensorflow/tfjs";
import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";

/** What max-pooling is told. */
export interface PoolingAttributes {
  readonly filterSize: number | [number, number];
  readonly strides: number | [number, number];
  readonly pad: Parameters<typeof tf.backend_util.computePool2DInfo>[4];
  readonly dimRoundingMode?: "floor" | "round" | "ceil";
}

/**
 * Finds where each window of a max-pooling has its maximum, the first one in reading order where several are.
 *
 * @param input `[n, height, width, c]`.
 * @param attributes Windows and padding, which is never the maximum.
 * @param backend Holds the input.
 * @returns Flat indices into the input, one for each element of the output.
 */
export function findMaxima(
  input: tf.Tensor,
  { filterSize, strides, pad, dimRoundingMode }: PoolingAttributes,
  backend: BackendWasm,
): Int32Array {
  const info = tf.backend_util.computePool2DInfo(
    input.shape as [number, number, number, number],
    filterSize,
    strides,
    1,
    pad,
    dimRoundingMode,
  );
  const { inHeight, inWidth, outHeight, outWidth, inChannels } = info;
  const values = backend.typedArrayFromHeap(input) as Float32Array;
  const maxima = new Int32Array(info.batchSize * outHeight * outWidth * inChannels);
  let window = 0;
  for (let image = 0; image < info.batchSize; image++) {
    for (let i = 0; i < outHeight; i++) {
      const top = i * info.strideHeight - info.padInfo.top;
      const [firstRow, rowEnd] = clip(top, info.filterHeight, inHeight);
      for (let j = 0; j < outWidth; j++, window += inChannels) {
        const left = j * info.strideWidth - info.padInfo.left;
        const [firstColumn, columnEnd] = clip(left, info.filterWidth, inWidth);
        maxima.fill(-1, window, window + inChannels);
        for (let row = firstRow; row < rowEnd; row++) {
          for (let column = firstColumn; column < columnEnd; column++) {
            const pixel = ((image * inHeight + row) * inWidth + column) * inChannels;
            raiseMaxima(values, pixel, maxima, window, inChannels);
          }
        }
      }
    }
  }
  return maxima;
}

/** Compares one pixel with the maxima of a window so far. */
function raiseMaxima(
  values: Float32Array,
  pixel: number,
  maxima: Int32Array,
  window: number,
  channels: number,
): void {
  for (let channel = 0; channel < channels; channel++) {
    const best = maxima[window + channel];
    if (best < 0 || values[pixel + channel] > values[best]) {
      maxima[window + channel] = pixel + channel;
    }
  }
}

/** The part of a window of `size` from `start` on that lies within an axis. */
function clip(start: number, size: number, length: number): [first: number, end: number] {
  return [Math.max(0, start), Math.min(start + size, length)];
}
