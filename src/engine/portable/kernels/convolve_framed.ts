import * as tf from "@tensorflow/tfjs";

/** Rows and columns put around an image before it is convolved; a negative number cuts them off. */
export interface Frame {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/**
 * A convolution of stride 1 within a frame of zeros, which is XNNPACK's in the wasm backend.
 *
 * y[n, i, j, o] = sum over u, v, c of x'[n, i + d u, j + e v, c] f[u, v, c, o], where x' is x within its frame.
 *
 * @param x `[n, height, width, c]`.
 * @param filter `[u, v, c, o]`.
 * @param frame How many zeros around x; negative sizes crop it.
 * @param dilations `[d, e]`: the distance between the taps of the filter.
 * @returns `[n, height', width', o]` with height' = top + height + bottom - d (u - 1), and width' likewise.
 */
export function convolveFramed(
  x: tf.Tensor4D,
  filter: tf.Tensor4D,
  frame: Frame,
  dilations: [number, number] = [1, 1],
): tf.Tensor4D {
  const { top, bottom, left, right } = frame;
  const pad: [number, number][] = [[0, 0], [top, bottom], [left, right], [0, 0]];
  const zeros = pad.map(([before, after]): [number, number] => [
    Math.max(0, before),
    Math.max(0, after),
  ]);
  const isCropped = pad.flat().some((size) => size < 0);
  const inside = isCropped
    ? tf.slice(
      x,
      pad.map(([before]) => Math.max(0, -before)),
      pad.map(([before, after], axis) => x.shape[axis] + Math.min(0, before) + Math.min(0, after)),
    )
    : x;
  return tf.conv2d(
    inside,
    filter,
    1,
    zeros as unknown as Parameters<typeof tf.conv2d>[3],
    "NHWC",
    dilations,
  );
}
