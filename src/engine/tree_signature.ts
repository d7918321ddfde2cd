import type * as tf from "@tensorflow/tfjs";
import type { TensorTree } from "./tensor_tree.ts";

/** The structure of a tree: shape and type of a tensor, or the names and signatures of what a node holds. */
export type TreeSignature =
  | { readonly kind: "tensor"; readonly shape: readonly number[]; readonly dtype: tf.DataType }
  | { readonly kind: "array"; readonly children: readonly TreeSignature[] }
  | {
    readonly kind: "record";
    /** In code-unit order. */
    readonly names: readonly string[];
    readonly children: readonly TreeSignature[];
  };

/** Describes a tree. */
export function describeTree(tree: TensorTree): TreeSignature {
  if ("dataId" in tree) {
    const { shape, dtype } = tree as tf.Tensor;
    return { kind: "tensor", shape, dtype };
  }
  if (Array.isArray(tree)) return { kind: "array", children: tree.map(describeTree) };
  const record = tree as Readonly<Record<string, TensorTree>>;
  const names = Object.keys(record).sort();
  return { kind: "record", names, children: names.map((name) => describeTree(record[name])) };
}

/**
 * Whether a tree has a signature. Runs before each replay of a step: it makes no strings and sorts nothing.
 *
 * @param signature The signature.
 * @param tree The tree.
 * @param tensors Receives the tensors in the order of `listTensors`, all of them if the answer is yes.
 */
export function matchTree(
  signature: TreeSignature,
  tree: TensorTree,
  tensors: tf.Tensor[],
): boolean {
  if ("dataId" in tree) {
    const { shape, dtype } = tree as tf.Tensor;
    tensors.push(tree as tf.Tensor);
    return signature.kind === "tensor" && dtype === signature.dtype &&
      shape.length === signature.shape.length &&
      shape.every((size, axis) => size === signature.shape[axis]);
  }
  if (signature.kind === "tensor" || Array.isArray(tree) !== (signature.kind === "array")) {
    return false;
  }
  const { children } = signature;
  if (signature.kind === "array") {
    const list = tree as readonly TensorTree[];
    return list.length === children.length &&
      children.every((child, index) => matchTree(child, list[index], tensors));
  }
  const record = tree as Readonly<Record<string, TensorTree>>;
  if (Object.keys(record).length !== children.length) return false;
  return children.every((child, index) => {
    const value = record[signature.names[index]];
    return value !== undefined && matchTree(child, value, tensors);
  });
}

/**
 * Builds a tree of a signature.
 *
 * @param signature The structure.
 * @param tensors Its tensors in the order of `listTensors`.
 */
export function buildTree(signature: TreeSignature, tensors: readonly tf.Tensor[]): TensorTree {
  let at = 0;
  function build(node: TreeSignature): TensorTree {
    if (node.kind === "tensor") return tensors[at++];
    if (node.kind === "array") return node.children.map(build);
    const record: Record<string, TensorTree> = {};
    node.children.forEach((child, index) => record[node.names[index]] = build(child));
    return record;
  }
  return build(signature);
}
