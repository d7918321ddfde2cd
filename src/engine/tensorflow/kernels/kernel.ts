import type * as tf from "@tensorflow/tfjs";
import type { Attribute } from "../attributes.ts";

/** The part of tfjs-node's backend that kernels of our own call. */
export interface KernelBackend {
  /** Runs a TensorFlow operation with one output, or adds it to the graph under capture. */
  executeSingleOutput(
    name: string,
    attributes: Attribute[],
    inputs: tf.TensorInfo[],
  ): tf.TensorInfo;
  /** The `TF_DataType` of a tfjs type. */
  getDTypeInteger(dtype: tf.DataType): number;
}

/** A kernel of our own: from inputs and attributes by their tfjs names to one output. */
export type Kernel = (
  backend: KernelBackend,
  inputs: Readonly<Record<string, tf.TensorInfo>>,
  attributes: Readonly<Record<string, unknown>>,
) => tf.TensorInfo;
