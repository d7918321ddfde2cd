import * as tf from "@tensorflow/tfjs";
import { convolveFramed } from "./convolve_framed.ts";
import type { ConvolutionAttributes, KernelCall, Shape4D } from "./kernel.ts";

/**
 * The gradient of a convolution by its input, which is also the transposed convolution; ten times as fast as the wasm
 * backend's own.
 *
 * dx[n, h, w, c] = sum over u, v, o of dy[n, (h + top - u) / s, (w + left - v) / s, o] F[u, v, c, o], wherever s divides.
 * Rows h = s i + p of one phase p see the same taps u = r, r + s, …, with r = (p + top) mod s: each of the s x s phases is a
 * convolution of stride 1 of dy by those taps, turned round. Their results are then laid side by side.
 *
 * @param call `dy` [n, height', width', o] and `filter` [u, v, c, o]; strides, padding and `inputShape` [n, height, width, c].
 * @returns dx.
 */
export function conv2dInputGradient(
  { inputs, attrs }: KernelCall<"dy" | "filter", ConvolutionAttributes & { inputShape: Shape4D }>,
): tf.Tensor {
  const dy = inputs.dy as tf.Tensor4D;
  const filter = inputs.filter as tf.Tensor4D;
  const { strides, pad, dimRoundingMode, inputShape } = attrs;
  const info = tf.backend_util.computeConv2DInfo(
    inputShape,
    filter.shape,
    strides,
    1,
    pad,
    dimRoundingMode,
  );
  const [count, height, width, channels] = inputShape;
  const vertical = listPhases({
    stride: info.strideHeight,
    taps: info.filterHeight,
    padding: info.padInfo.top,
    inputs: height,
    outputs: info.outHeight,
  });
  const horizontal = listPhases({
    stride: info.strideWidth,
    taps: info.filterWidth,
    padding: info.padInfo.left,
    inputs: width,
    outputs: info.outWidth,
  });
  return tf.tidy(() => {
    const taps = tf.unstack(
      tf.reshape(tf.transpose(filter, [0, 1, 3, 2]), [-1, info.outChannels, channels]),
    );
    const rows = vertical.map((row) => {
      const columns = horizontal.map((column) => {
        const own = row.taps.flatMap((u) => column.taps.map((v) => taps[u * info.filterWidth + v]));
        if (own.length === 0) return tf.zeros([count, row.size, column.size, channels]);
        const kernel = tf.reshape(tf.stack(own), [
          row.taps.length,
          column.taps.length,
          info.outChannels,
          channels,
        ]);
        return convolveFramed(dy, kernel as tf.Tensor4D, {
          top: row.before,
          bottom: row.after,
          left: column.before,
          right: column.after,
        });
      });
      // [n, i, j, phase, c] in memory: the columns stand in order.
      return tf.reshape(tf.concat(columns, 3), [count, row.size, -1]);
    });
    const size = [vertical[0].size * rows.length, horizontal[0].size * horizontal.length];
    const all = tf.reshape(tf.concat(rows, 2), [count, ...size, channels]);
    return size[0] === height && size[1] === width ? all : tf.slice(all, [0, 0, 0, 0], inputShape);
  });
}

/** One phase of an axis: every stride-th element of dx. */
interface Phase {
  /** Its elements, padded to those of the longest phase. */
  readonly size: number;
  /** Indices of the filter's taps that it sees, last first. */
  readonly taps: readonly number[];
  /** Zeros before and after dy; cut off where negative. */
  readonly before: number;
  readonly after: number;
}

function listPhases(axis: {
  readonly stride: number;
  readonly taps: number;
  readonly padding: number;
  readonly inputs: number;
  readonly outputs: number;
}): Phase[] {
  const size = Math.ceil(axis.inputs / axis.stride);
  return Array.from({ length: axis.stride }, (_, phase) => {
    const lowest = (phase + axis.padding) % axis.stride;
    const tapCount = Math.max(0, Math.ceil((axis.taps - lowest) / axis.stride));
    const firstOutput = Math.floor((phase + axis.padding) / axis.stride);
    return {
      size,
      taps: Array.from({ length: tapCount }, (_, tap) => lowest + axis.stride * tap).reverse(),
      before: tapCount - 1 - firstOutput,
      after: firstOutput + size - axis.outputs,
    };
  });
}
