import type * as tf from "@tensorflow/tfjs";
import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";

/** Inputs of a kernel, under tfjs's names for them. */
export type KernelInputs<Name extends string> = Readonly<Record<Name, tf.Tensor>>;

/** One call of a kernel. */
export interface KernelCall<Name extends string, Attributes> {
  readonly inputs: KernelInputs<Name>;
  readonly attrs: Attributes;
  readonly backend: BackendWasm;
}

/**
 * Computes an operation of tfjs. A kernel may be made of other operations: tfjs puts none of them on the tape, so only
 * the operation itself is differentiated.
 */
export type Kernel<Name extends string, Attributes> = (
  call: KernelCall<Name, Attributes>,
) => tf.TensorInfo;

/** What both gradients of a convolution are told. Images are channels-last; tfjs differentiates no dilated convolution. */
export interface ConvolutionAttributes {
  readonly strides: number | [number, number];
  readonly pad: Parameters<typeof tf.backend_util.computeConv2DInfo>[4];
  readonly dimRoundingMode?: "floor" | "round" | "ceil";
}

/** Four sizes of a tensor of images or of a filter. */
export type Shape4D = [number, number, number, number];
