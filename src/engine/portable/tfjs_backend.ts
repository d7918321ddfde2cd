import * as tf from "@tensorflow/tfjs";
import { type BackendWasm, setThreadsCount } from "@tensorflow/tfjs-backend-wasm";
import { registerGradients } from "../gradients/register_gradients.ts";
import { avgPoolGrad } from "./kernels/avg_pool_grad.ts";
import { conv2dFilterGradient } from "./kernels/conv2d_filter_gradient.ts";
import { conv2dInputGradient } from "./kernels/conv2d_input_gradient.ts";
import { einsum } from "./kernels/einsum.ts";
import type { Kernel } from "./kernels/kernel.ts";
import { leakyRelu } from "./kernels/leaky_relu.ts";
import { wrapMatMul } from "./kernels/mat_mul.ts";
import { maxPoolGrad } from "./kernels/max_pool_grad.ts";
import { maxPoolGradGrad } from "./kernels/max_pool_grad_grad.ts";
import { sign } from "./kernels/sign.ts";
import { wrapTile } from "./kernels/tile.ts";
import { unsortedSegmentSum } from "./kernels/unsorted_segment_sum.ts";

/** The name under which the package registers itself. */
const PACKAGE_NAME = "wasm";
const BACKEND_NAME = "portable";

/** Kernels that the package lacks, or whose own are slow or wrong. Those of the package are looked up by name. */
const OWN_KERNELS = {
  AvgPoolGrad: avgPoolGrad,
  Conv2DBackpropFilter: conv2dFilterGradient,
  Conv2DBackpropInput: conv2dInputGradient,
  Einsum: einsum,
  LeakyRelu: leakyRelu,
  MaxPoolGrad: maxPoolGrad,
  MaxPoolGradGrad: maxPoolGradGrad,
  Sign: sign,
  Tile: wrapTile(findKernel("Tile")),
  UnsortedSegmentSum: unsortedSegmentSum,
  BatchMatMul: wrapMatMul(findKernel("BatchMatMul"), findKernel("Transpose")),
  _FusedMatMul: wrapMatMul(findKernel("_FusedMatMul"), findKernel("Transpose")),
} as unknown as Readonly<Record<string, tf.KernelConfig["kernelFunc"]>>;

/**
 * Makes tfjs's wasm backend, with the kernels that training needs, the current backend: its SIMD build, on one thread.
 * The binary is read from the package's own folder.
 *
 * @returns The backend.
 */
export async function registerBackend(): Promise<BackendWasm> {
  registerKernels();
  registerGradients();
  tf.env().set("WASM_HAS_MULTITHREAD_SUPPORT", false);
  setThreadsCount(1);
  tf.registerBackend(BACKEND_NAME, tf.findBackendFactory(PACKAGE_NAME));
  if (!await tf.setBackend(BACKEND_NAME)) {
    throw new Error(
      `Cannot open the engine "portable": WebAssembly does not start. Deno 2 on any system is wanted`,
    );
  }
  return tf.backend() as unknown as BackendWasm;
}

/** Takes the backend out of tfjs again, with all its tensors. */
export function removeBackend(): void {
  tf.removeBackend(BACKEND_NAME);
}

/** Once a process: tfjs keeps kernels when their backend goes. */
function registerKernels(): void {
  if (tf.getKernelsForBackend(BACKEND_NAME).length > 0) return;
  for (const kernel of tf.getKernelsForBackend(PACKAGE_NAME)) {
    if (kernel.kernelName in OWN_KERNELS) continue;
    tf.registerKernel({ ...kernel, backendName: BACKEND_NAME });
  }
  for (const [kernelName, kernelFunc] of Object.entries(OWN_KERNELS)) {
    const original = tf.getKernel(kernelName, PACKAGE_NAME);
    tf.registerKernel({ ...original, kernelName, backendName: BACKEND_NAME, kernelFunc });
  }
}

function findKernel<Name extends string, Attributes>(name: string): Kernel<Name, Attributes> {
  return tf.getKernel(name, PACKAGE_NAME).kernelFunc as unknown as Kernel<Name, Attributes>;
}
