import * as tf from "@tensorflow/tfjs";
import { AttributeKind } from "../attributes.ts";
import type { Kernel } from "./kernel.ts";

/**
 * `gather`. tfjs-node's own kernel reads the indices on the host to check them, which a capture cannot; TensorFlow checks
 * them itself on CPU, and gives zeros for an index out of range on GPU.
 */
export const gatherV2: Kernel = (backend, inputs, attributes) => {
  const { x, indices } = inputs as Record<string, tf.Tensor>;
  const { axis, batchDims } = attributes as { axis: number; batchDims: number };
  tf.backend_util.segment_util.collectGatherOpShapeInfo(x, indices, axis, batchDims);
  const axisTensor = tf.scalar(axis, "int32");
  try {
    return backend.executeSingleOutput("GatherV2", [
      { name: "batch_dims", type: AttributeKind.INT, value: batchDims },
      { name: "Tparams", type: AttributeKind.TYPE, value: backend.getDTypeInteger(x.dtype) },
      { name: "Tindices", type: AttributeKind.TYPE, value: backend.getDTypeInteger(indices.dtype) },
      { name: "Taxis", type: AttributeKind.TYPE, value: backend.getDTypeInteger("int32") },
    ], [x, indices, axisTensor]);
  } finally {
    axisTensor.dispose();
  }
};
