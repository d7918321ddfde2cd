import * as tf from "@tensorflow/tfjs";
import { convolveFramed } from "./convolve_framed.ts";
import type { ConvolutionAttributes, KernelCall, Shape4D } from "./kernel.ts";

/**
 * The gradient of a convolution by its filter, which the wasm backend lacks.
 *
 * dF[u, v, c, o] = sum over n, i, j of x'[n, s i + u, s j + v, c] dy[n, i, j, o], with x' the padded x and s the stride.
 * Read with c as the batch and n as the channels, this is a convolution of x by dy, whose taps lie s apart. So it runs at
 * the speed of the forward convolution, without a copy of every window (im2col), and in a fixed order of summation.
 *
 * @param call `x` [n, height, width, c] and `dy` [n, height', width', o]; strides, padding and `filterShape` [u, v, c, o].
 * @returns dF.
 */
export function conv2dFilterGradient(
  { inputs, attrs }: KernelCall<"x" | "dy", ConvolutionAttributes & { filterShape: Shape4D }>,
): tf.Tensor {
  const x = inputs.x as tf.Tensor4D;
  const dy = inputs.dy as tf.Tensor4D;
  const { strides, pad, dimRoundingMode, filterShape } = attrs;
  const info = tf.backend_util.computeConv2DInfo(
    x.shape,
    filterShape,
    strides,
    1,
    pad,
    dimRoundingMode,
  );
  const { top, left } = info.padInfo;
  // How far the last window reaches beyond x; where it ends before, what lies behind was never seen.
  const bottom = (info.outHeight - 1) * info.strideHeight + info.filterHeight - top - info.inHeight;
  const right = (info.outWidth - 1) * info.strideWidth + info.filterWidth - left - info.inWidth;
  return tf.tidy(() => {
    const images = tf.transpose(x, [3, 1, 2, 0]);
    const windows = tf.transpose(dy, [1, 2, 0, 3]);
    const gradient = convolveFramed(images, windows, { top, bottom, left, right }, [
      info.strideHeight,
      info.strideWidth,
    ]);
    return tf.transpose(gradient, [1, 2, 0, 3]);
  });
}
