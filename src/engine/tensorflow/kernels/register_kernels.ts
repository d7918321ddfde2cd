import * as tf from "@tensorflow/tfjs";
import { divNoNan } from "./div_no_nan.ts";
import { gatherV2 } from "./gather_v2.ts";
import type { Kernel, KernelBackend } from "./kernel.ts";
import { maxPoolGradGrad } from "./max_pool_grad_grad.ts";
import { resizeBilinearGrad, resizeNearestNeighborGrad } from "./resize_grad.ts";

const KERNELS: Readonly<Record<string, Kernel>> = {
  DivNoNan: divNoNan,
  GatherV2: gatherV2,
  MaxPoolGradGrad: maxPoolGradGrad("MaxPoolGradGrad"),
  MaxPool3DGradGrad: maxPoolGradGrad("MaxPool3DGradGrad"),
  ResizeBilinearGrad: resizeBilinearGrad,
  ResizeNearestNeighborGrad: resizeNearestNeighborGrad,
};

/**
 * Registers the kernels that tfjs-node 4.22 lacks, or gets wrong.
 *
 * @param backendName The backend's name in tfjs.
 */
export function registerKernels(backendName: string): void {
  for (const [kernelName, kernel] of Object.entries(KERNELS)) {
    if (tf.getKernel(kernelName, backendName)) tf.unregisterKernel(kernelName, backendName);
    tf.registerKernel({
      kernelName,
      backendName,
      kernelFunc: ({ inputs, attrs, backend }) =>
        kernel(
          backend as unknown as KernelBackend,
          inputs as Record<string, tf.TensorInfo>,
          attrs as unknown as Record<string, unknown>,
        ),
    });
  }
}
