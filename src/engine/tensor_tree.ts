import type * as tf from "@tensorflow/tfjs";

/** Tensors in nested records and arrays: what steps take and return. */
export type TensorTree = tf.Tensor | readonly TensorTree[] | {
  readonly [name: string]: TensorTree;
};

/**
 * Lists the tensors of a tree: arrays in order, records by name in code-unit order.
 *
 * @param tree The tree.
 * @returns Its tensors with their paths, e.g. `["discriminator/dense_1/kernel", tensor]`.
 */
export function listTensors(tree: TensorTree): [path: string, tensor: tf.Tensor][] {
  if (isTensor(tree)) return [["", tree]];
  return entriesOf(tree).flatMap(([name, child]) =>
    listTensors(child).map(([path, tensor]): [string, tf.Tensor] => [
      path === "" ? name : `${name}/${path}`,
      tensor,
    ])
  );
}

/** Frees every tensor of the trees. */
export function disposeTree(...trees: readonly TensorTree[]): void {
  for (const tree of trees) {
    if (isTensor(tree)) tree.dispose();
    else disposeTree(...Object.values(tree));
  }
}

function entriesOf(node: Exclude<TensorTree, tf.Tensor>): [string, TensorTree][] {
  if (Array.isArray(node)) return node.map((child, index) => [String(index), child]);
  const record = node as { readonly [name: string]: TensorTree };
  return Object.keys(record).sort().map((name) => [name, record[name]]);
}

function isTensor(node: TensorTree): node is tf.Tensor {
  return "dataId" in node;
}
