import * as tf from "@tensorflow/tfjs";
import { padAxis } from "./pad_axis.ts";
import { runKernel } from "./run_kernel.ts";
import { sliceAxis } from "./slice_axis.ts";
import { spreadAxis } from "./spread_axis.ts";

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

interface Attributes extends Readonly<Record<string, unknown>> {
  readonly pad: string | number | readonly (readonly [before: number, after: number])[];
  readonly dilations?: number | readonly number[];
}

/**
 * The convolution without explicit padding and dilation, which the kernels of gradients do not know: x is padded, and zeros
 * put between the filter's entries. `undoInput` and `undoFilter` lead gradients back.
 */
function simplify(x: tf.Tensor, filter: tf.Tensor, attributes: Attributes) {
  const { pad, dilations = 1 } = attributes;
  const spatialRank = x.rank - 2;
  const paddings = Array.isArray(pad) ? pad as readonly (readonly [number, number])[] : undefined;
  const steps = typeof dilations === "number"
    ? Array<number>(spatialRank).fill(dilations)
    : dilations;
  const filterSteps = [...steps, 1, 1];
  return {
    x: paddings?.reduce((x, [before, after], axis) => padAxis(x, axis, before, after), x) ?? x,
    filter: steps.reduce((filter, step, axis) => spreadAxis(filter, axis, step), filter),
    attributes: {
      ...attributes,
      dilations: 1,
      pad: paddings === undefined ? pad : "valid",
    },
    undoInput: (gradient: tf.Tensor) =>
      paddings?.reduce(
        (gradient, [before], axis) => sliceAxis(gradient, axis, before, x.shape[axis]),
        gradient,
      ) ?? gradient,
    undoFilter: (gradient: tf.Tensor) =>
      filterSteps.some((step) => step > 1)
        ? tf.stridedSlice(gradient, filterSteps.map(() => 0), gradient.shape, filterSteps)
        : gradient,
  };
}

/**
 * The sum over y of dy . y(x, filter) is linear in each of x, filter and dy. Its three derivatives are the three kernels;
 * so each kernel's gradients are the two others, and derivatives of every order exist. tfjs-core 4.22 lacks some.
 */
function gradientsOf(convolution: Convolution): tf.GradConfig[] {
  const { forward, backpropInput, backpropFilter, forwardAttributes } = convolution;
  const byOutput = (x: tf.Tensor, filter: tf.Tensor, attributes: object) =>
    runKernel(forward, { x, filter }, { ...forwardAttributes, ...attributes });
  const byInput = (dy: tf.Tensor, filter: tf.Tensor, attributes: object, x: tf.Tensor) =>
    runKernel(backpropInput, { dy, filter }, { ...attributes, inputShape: x.shape });
  const byFilter = (x: tf.Tensor, dy: tf.Tensor, attributes: object, filter: tf.Tensor) =>
    runKernel(backpropFilter, { x, dy }, { ...attributes, filterShape: filter.shape });
  return [
    {
      kernelName: forward,
      inputsToSave: ["x", "filter"],
      gradFunc: (dy, [x, filter], attributes) => {
        const simple = simplify(x, filter, attributes as unknown as Attributes);
        return {
          x: () =>
            simple.undoInput(
              byInput(dy as tf.Tensor, simple.filter, simple.attributes, simple.x),
            ),
          filter: () =>
            simple.undoFilter(
              byFilter(simple.x, dy as tf.Tensor, simple.attributes, simple.filter),
            ),
        };
      },
    },
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

/** Gradients of convolutions, and of their gradients. */
export const CONVOLUTION_GRADIENTS: readonly tf.GradConfig[] = CONVOLUTIONS.flatMap(gradientsOf);
