import { AttributeKind } from "../attributes.ts";
import type { Kernel } from "./kernel.ts";

interface PoolingAttributes {
  readonly filterSize: number | readonly number[];
  readonly strides: number | readonly number[];
  readonly pad: "valid" | "same";
}

/**
 * The gradient of max-pooling's gradient, which tfjs-node lacks: `gradient`, in the shape of `input`, read where `input` has
 * the values of `output`.
 *
 * @param operation `"MaxPoolGradGrad"` or `"MaxPool3DGradGrad"`.
 */
export function maxPoolGradGrad(operation: string): Kernel {
  return (backend, { input, output, gradient }, attributes) => {
    const { filterSize, strides, pad } = attributes as unknown as PoolingAttributes;
    const spatialRank = input.shape.length - 2;
    const toSizes = (sizes: number | readonly number[]) => [
      1,
      ...(typeof sizes === "number" ? Array<number>(spatialRank).fill(sizes) : sizes),
      1,
    ];
    return backend.executeSingleOutput(operation, [
      { name: "T", type: AttributeKind.TYPE, value: backend.getDTypeInteger(input.dtype) },
      { name: "ksize", type: AttributeKind.INT, value: toSizes(filterSize) },
      { name: "strides", type: AttributeKind.INT, value: toSizes(strides) },
      { name: "padding", type: AttributeKind.STRING, value: pad.toUpperCase() },
      {
        name: "data_format",
        type: AttributeKind.STRING,
        value: spatialRank === 2 ? "NHWC" : "NDHWC",
      },
    ], [input, output, gradient]);
  };
}
