import * as tf from "@tensorflow/tfjs";
import { type Attribute, AttributeKind } from "../attributes.ts";

/** The part of tfjs-node's backend that a kernel calls. */
interface KernelBackend {
  executeSingleOutput(
    name: string,
    attributes: Attribute[],
    inputs: tf.TensorInfo[],
  ): tf.TensorInfo;
  getDTypeInteger(dtype: tf.DataType): number;
}

interface PoolingAttributes {
  readonly filterSize: number | [number, number, number];
  readonly strides: number | [number, number, number];
  readonly pad: "valid" | "same";
}

/** Attributes of a pooling operation with `rank` - 2 spatial axes, channels last. */
function describePooling(
  backend: KernelBackend,
  input: tf.TensorInfo,
  { filterSize, strides, pad }: PoolingAttributes,
): Attribute[] {
  const spatialRank = input.shape.length - 2;
  const toSizes = (sizes: number | readonly number[]) => [
    1,
    ...(typeof sizes === "number" ? Array(spatialRank).fill(sizes) : sizes),
    1,
  ];
  return [
    { name: "T", type: AttributeKind.TYPE, value: backend.getDTypeInteger(input.dtype) },
    { name: "ksize", type: AttributeKind.INT, value: toSizes(filterSize) },
    { name: "strides", type: AttributeKind.INT, value: toSizes(strides) },
    { name: "padding", type: AttributeKind.STRING, value: pad.toUpperCase() },
    {
      name: "data_format",
      type: AttributeKind.STRING,
      value: spatialRank === 2 ? "NHWC" : "NDHWC",
    },
  ];
}

/**
 * Registers the kernels `MaxPoolGradGrad` and `MaxPool3DGradGrad`, the gradients of max-pooling's gradients, which
 * tfjs-node lacks: inputs `input` and `output` of the pooling and `gradient` in the shape of `input`.
 *
 * @param backendName The backend's name in tfjs.
 */
export function registerPoolingKernels(backendName: string): void {
  for (const kernelName of ["MaxPoolGradGrad", "MaxPool3DGradGrad"]) {
    tf.registerKernel({
      kernelName,
      backendName,
      kernelFunc: ({ inputs, attrs, backend }) => {
        const { input, output, gradient } = inputs as Record<string, tf.TensorInfo>;
        const engine = backend as unknown as KernelBackend;
        const attributes = describePooling(engine, input, attrs as unknown as PoolingAttributes);
        return engine.executeSingleOutput(kernelName, attributes, [input, output, gradient]);
      },
    });
  }
}
