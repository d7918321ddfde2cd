import type * as tf from "@tensorflow/tfjs";
import { runKernel } from "./run_kernel.ts";

/** A convolution y(x, filter) and the kernels of its two gradients, with the attributes that only y takes. */
interface Convolution {
  readonly forward: string;
  readonly backpropInput: string;
  readonly backpropFilter: string;
  readonly forwardAttributes: Readonly<Record<string, unknown>>;
}

const CONVOLUTIONS: readonly Convolution[] = [
  {
    forward: "Conv2D",
    backpropInput: "Conv2DBackpropInput",
    backpropFilter: "Conv2DBackpropFilter",
    forwardAttributes: { dilations: 1 },
  },
  {
    forward: "Conv3D",
    backpropInput: "Conv3DBackpropInputV2",
    backpropFilter: "Conv3DBackpropFilterV2",
    forwardAttributes: { dilations: 1, dataFormat: "NDHWC" },
  },
  {
    forward: "DepthwiseConv2dNative",
    backpropInput: "DepthwiseConv2dNativeBackpropInput",
    backpropFilter: "DepthwiseConv2dNativeBackpropFilter",
    forwardAttributes: { dataFormat: "NHWC" },
  },
];

type Attributes = Readonly<Record<string, unknown>>;

/**
 * The sum over y of dy . y(x, filter) is linear in each of x, filter and dy. Its three derivatives are the three kernels;
 * so each kernel's gradients are the two others, and derivatives of every order exist. tfjs-core 4.22 has them for `Conv2D`,
 * `Conv3D`, `DepthwiseConv2dNative` and `Conv2DBackpropInput` only.
 */
function gradientsOf(convolution: Convolution): tf.GradConfig[] {
  const { forward, backpropInput, backpropFilter, forwardAttributes } = convolution;
  const byOutput = (x: tf.Tensor, filter: tf.Tensor, attributes: Attributes) =>
    runKernel(forward, { x, filter }, { ...forwardAttributes, ...attributes });
  const byInput = (dy: tf.Tensor, filter: tf.Tensor, attributes: Attributes, x: tf.Tensor) =>
    runKernel(backpropInput, { dy, filter }, { ...attributes, inputShape: x.shape });
  const byFilter = (x: tf.Tensor, dy: tf.Tensor, attributes: Attributes, filter: tf.Tensor) =>
    runKernel(backpropFilter, { x, dy }, { ...attributes, filterShape: filter.shape });
  return [
    {
      kernelName: backpropInput,
      inputsToSave: ["dy", "filter"],
      gradFunc: (x, [dy, filter], attributes) => ({
        dy: () => byOutput(x as tf.Tensor, filter, attributes),
        filter: () => byFilter(x as tf.Tensor, dy, attributes, filter),
      }),
    },
    {
      kernelName: backpropFilter,
      inputsToSave: ["x", "dy"],
      gradFunc: (filter, [x, dy], attributes) => ({
        x: () => byInput(dy, filter as tf.Tensor, attributes, x),
        dy: () => byOutput(x, filter as tf.Tensor, attributes),
      }),
    },
  ];
}

/** Gradients of the gradients of convolutions. */
export const CONVOLUTION_GRADIENTS: readonly tf.GradConfig[] = CONVOLUTIONS.flatMap(gradientsOf);
