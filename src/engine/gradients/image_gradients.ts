import * as tf from "@tensorflow/tfjs";
import { runKernel } from "./run_kernel.ts";
import { unaryGradient } from "./unary_gradient.ts";

/** Resizing is linear: the gradient of its gradient is resizing again. */
function resizeGradient(resize: string): tf.GradConfig {
  return {
    kernelName: `${resize}Grad`,
    inputsToSave: ["images"],
    gradFunc: (gradient, [images], attributes) => ({
      dy: () => runKernel(resize, { images: gradient as tf.Tensor }, attributes),
      images: () => tf.zerosLike(images),
    }),
  };
}

interface DepthToSpaceAttributes {
  readonly blockSize: number;
  readonly dataFormat: "NHWC" | "NCHW";
}

/** Moves blocks of pixels back into channels. */
function spaceToDepth(
  dy: tf.Tensor,
  x: tf.Tensor,
  { blockSize, dataFormat }: DepthToSpaceAttributes,
): tf.Tensor {
  if (dataFormat === "NCHW") {
    const [count, channels, height, width] = x.shape;
    const depth = channels / blockSize ** 2;
    const blocks = tf.reshape(dy, [count, depth, height, blockSize, width, blockSize]);
    return tf.reshape(tf.transpose(blocks, [0, 3, 5, 1, 2, 4]), x.shape);
  }
  const [count, height, width, channels] = x.shape;
  const depth = channels / blockSize ** 2;
  const blocks = tf.reshape(dy, [count, height, blockSize, width, blockSize, depth]);
  return tf.reshape(tf.transpose(blocks, [0, 1, 3, 2, 4, 5]), x.shape);
}

/** Gradients of operations on images, none of which tfjs-core 4.22 has. */
export const IMAGE_GRADIENTS: readonly tf.GradConfig[] = [
  resizeGradient("ResizeBilinear"),
  resizeGradient("ResizeNearestNeighbor"),
  unaryGradient("DepthToSpace", spaceToDepth),
];
