/**
 * Registers the JavaScript kernels of `@tensorflow/tfjs-node-gpu` with tfjs, over a {@linkcode Binding} in place of
 * the package's native addon.
 */
import nodeUtil from "node:util";
import * as tf from "@tensorflow/tfjs";
import { NodeJSKernelBackend } from "@tensorflow/tfjs-node-gpu/dist/nodejs_kernel_backend.js";
import "@tensorflow/tfjs-node-gpu/dist/register_all_kernels.js";
import { registerGradients } from "../gradients/register_gradients.ts";
import type { Binding, TensorMetadata } from "./binding.ts";
import { registerKernels } from "./kernels/register_kernels.ts";

/** The parts of the backend that captures need. */
export interface TensorFlowBackend {
  /** Ids of tensors in the binding; values not yet written are written now. */
  getInputTensorIds(tensors: readonly tf.Tensor[]): number[];
  /** A tfjs tensor for an output of the binding. */
  createOutputTensor(metadata: TensorMetadata): tf.Tensor;
}

/** The name under which tfjs-node registers its kernels. */
const BACKEND_NAME = "tensorflow";

/**
 * Makes the binding tfjs's current backend.
 *
 * @param binding The binding.
 * @returns The backend.
 */
export function registerBackend(binding: Binding): TensorFlowBackend {
  // The kernels call it, and Deno's node:util no longer has it.
  Object.assign(nodeUtil, {
    isNullOrUndefined: (value: unknown) => value === null || value === undefined,
  });
  const backend = new NodeJSKernelBackend(binding as never, "@tensorflow/tfjs-node-gpu");
  tf.registerBackend(BACKEND_NAME, () => backend, 1000);
  tf.setBackend(BACKEND_NAME);
  registerKernels(BACKEND_NAME);
  registerGradients();
  return backend as unknown as TensorFlowBackend;
}

/** Takes the backend out of tfjs again, with all its tensors. */
export function removeBackend(): void {
  tf.removeBackend(BACKEND_NAME);
}
