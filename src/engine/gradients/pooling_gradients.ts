import * as tf from "@tensorflow/tfjs";
import { runKernel } from "./run_kernel.ts";

/**
 * Average pooling is linear: the gradient of its gradient is pooling again, and the values of the pooled input, of which the
 * kernel takes the shape only, do not matter.
 */
function averageGradient(pool: string, poolGrad: string): tf.GradConfig {
  return {
    kernelName: poolGrad,
    inputsToSave: ["input"],
    gradFunc: (gradient, [input], attributes) => ({
      dy: () => runKernel(pool, { x: gradient as tf.Tensor }, attributes),
      input: () => tf.zerosLike(input),
    }),
  };
}

/** Max-pooling's gradient hands dy to the largest element of each window; the gradient of that reads from there. */
function maximumGradient(poolGrad: string): tf.GradConfig {
  return {
    kernelName: poolGrad,
    inputsToSave: ["input", "output"],
    gradFunc: (gradient, [input, output], attributes) => ({
      dy: () =>
        runKernel(
          `${poolGrad}Grad`,
          { gradient: gradient as tf.Tensor, input, output },
          attributes,
        ),
      input: () => tf.zerosLike(input),
      output: () => tf.zerosLike(output),
    }),
  };
}

/** The gradient of reading from the largest elements is handing back to them. */
function maximumReadGradient(poolGrad: string): tf.GradConfig {
  return {
    kernelName: `${poolGrad}Grad`,
    inputsToSave: ["input", "output"],
    gradFunc: (dy, [input, output], attributes) => ({
      gradient: () => runKernel(poolGrad, { dy: dy as tf.Tensor, input, output }, attributes),
      input: () => tf.zerosLike(input),
      output: () => tf.zerosLike(output),
    }),
  };
}

/** Gradients of the gradients of pooling, none of which tfjs-core 4.22 has. Max-pooling needs kernels of the engine. */
export const POOLING_GRADIENTS: readonly tf.GradConfig[] = [
  averageGradient("AvgPool", "AvgPoolGrad"),
  averageGradient("AvgPool3D", "AvgPool3DGrad"),
  ...["MaxPoolGrad", "MaxPool3DGrad"].flatMap((poolGrad) => [
    maximumGradient(poolGrad),
    maximumReadGradient(poolGrad),
  ]),
];
