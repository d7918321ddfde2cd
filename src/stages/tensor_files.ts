import * as tf from "@tensorflow/tfjs";
import { listTensors, type TensorTree } from "../engine/tensor_tree.ts";
import { buildTree, describeTree } from "../engine/tree_signature.ts";
import { readSafetensors } from "../formats/read_safetensors.ts";
import type { StoredTensor } from "../formats/safetensors.ts";
import {
  countChannels,
  countElements,
  type Parameters,
  type SampleShape,
} from "../networks/network.ts";
import type { StoredSamples } from "../training/draw_samples.ts";

export { nameSnapshot, parseSnapshotName } from "./snapshot_name.ts";

/** Copies the tensors of a tree to the host, named by their paths under `prefix`. */
export function storeTree(tree: TensorTree, prefix: string): Record<string, StoredTensor> {
  return Object.fromEntries(
    listTensors(tree).map(([path, tensor]) => [
      `${prefix}/${path}`,
      { dtype: "F32", shape: tensor.shape, data: tensor.dataSync() as Float32Array },
    ]),
  );
}

/** Tensors of a tree of the same structure, from what {@linkcode storeTree} stored. */
export function restoreTree<T extends TensorTree>(
  tree: T,
  prefix: string,
  stored: Readonly<Record<string, StoredTensor>>,
): T {
  const tensors = listTensors(tree).map(([path]) => toTensor(stored[`${prefix}/${path}`]));
  return buildTree(describeTree(tree), tensors) as T;
}

/** Network parameters under a prefix of a safetensors file. */
export async function readParameters(path: string, prefix: string): Promise<Parameters> {
  return takeParameters(readSafetensors(await Deno.readFile(path)).tensors, prefix);
}

/** Network parameters under a prefix of what a file held. */
export function takeParameters(
  stored: Readonly<Record<string, StoredTensor>>,
  prefix: string,
): Parameters {
  const named = Object.entries(stored).filter(([name]) => name.startsWith(prefix));
  return Object.fromEntries(
    named.map(([name, tensor]) => [name.slice(prefix.length), toTensor(tensor)]),
  );
}

/** Samples as a stored tensor: U8 [n, size, size], U8 [n, size, size, channels] where there are several, or F32 [n, 2]. */
export function toStoredTensor(values: StoredSamples, shape: SampleShape): StoredTensor {
  const count = values.length / countElements(shape);
  if (shape.kind === "points") return { dtype: "F32", shape: [count, 2], data: values };
  const channels = countChannels(shape);
  const size = [shape.size, shape.size, ...(channels === 1 ? [] : [channels])];
  return { dtype: "U8", shape: [count, ...size], data: values };
}

function toTensor(stored: StoredTensor): tf.Tensor {
  // A copy: the file's bytes are not kept alive by a tensor that tfjs writes later.
  return tf.tensor(Float32Array.from(stored.data as Float32Array), [...stored.shape], "float32");
}
