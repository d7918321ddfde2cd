import * as tf from "@tensorflow/tfjs";

/** What pooling is told; images are channels-last. */
export interface PoolingAttributes {
  readonly filterSize: number | [number, number];
  readonly strides: number | [number, number];
  readonly pad: Parameters<typeof tf.backend_util.computePool2DInfo>[4];
  readonly dimRoundingMode?: "floor" | "round" | "ceil";
}

/**
 * Goes through the windows of a pooling in reading order.
 *
 * @param input `[n, height, width, c]`; padding belongs to no window.
 * @param attributes Windows and padding.
 * @param visit Told of each window: flat index of its first channel in the output, and of the first channel of each of its
 * pixels in the input, in reading order.
 */
export function visitWindows(
  input: tf.Tensor,
  { filterSize, strides, pad, dimRoundingMode }: PoolingAttributes,
  visit: (at: number, pixels: readonly number[]) => void,
): void {
  const info = tf.backend_util.computePool2DInfo(
    input.shape as [number, number, number, number],
    filterSize,
    strides,
    1,
    pad,
    dimRoundingMode,
  );
  const { batchSize, inHeight, inWidth, outHeight, outWidth, inChannels } = info;
  let at = 0;
  for (let image = 0; image < batchSize; image++) {
    for (let i = 0; i < outHeight; i++) {
      const top = i * info.strideHeight - info.padInfo.top;
      for (let j = 0; j < outWidth; j++, at += inChannels) {
        const left = j * info.strideWidth - info.padInfo.left;
        const pixels: number[] = [];
        for (let row = Math.max(0, top); row < Math.min(top + info.filterHeight, inHeight); row++) {
          const rowStart = (image * inHeight + row) * inWidth;
          const end = Math.min(left + info.filterWidth, inWidth);
          for (let column = Math.max(0, left); column < end; column++) {
            pixels.push((rowStart + column) * inChannels);
          }
        }
        visit(at, pixels);
      }
    }
  }
}
