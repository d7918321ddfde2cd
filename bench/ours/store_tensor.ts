import type * as tf from "@tensorflow/tfjs";
import type { StoredTensor } from "../../src/formats/safetensors.ts";

/** Copies a float tensor to the host, as safetensors store it. */
export function storeTensor(tensor: tf.Tensor): StoredTensor {
  return { dtype: "F32", shape: tensor.shape, data: Float32Array.from(tensor.dataSync()) };
}
