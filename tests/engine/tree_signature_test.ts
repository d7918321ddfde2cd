import { assertEquals } from "@std/assert";
import * as tf from "@tensorflow/tfjs";
import { listTensors, type TensorTree } from "../../src/engine/tensor_tree.ts";
import { buildTree, describeTree, matchTree } from "../../src/engine/tree_signature.ts";
import { openTestEngine } from "./open_test_engine.ts";

await openTestEngine();

const tree = (): TensorTree => ({ b: [tf.zeros([2]), tf.zeros([1, 2])], a: tf.scalar(1) });
const signature = describeTree(tree());

Deno.test("matchTree() collects tensors in the order of listTensors()", () => {
  const other = tree();
  const tensors: tf.Tensor[] = [];
  assertEquals(matchTree(signature, other, tensors), true);
  const listed = listTensors(other).map(([, tensor]) => tensor.id);
  assertEquals(tensors.map((tensor) => tensor.id), listed);
  assertEquals(describeTree(buildTree(signature, tensors)), signature);
});

const others: Record<string, TensorTree> = {
  "another shape": { b: [tf.zeros([3]), tf.zeros([1, 2])], a: tf.scalar(1) },
  "another rank": { b: [tf.zeros([2]), tf.zeros([1, 2])], a: tf.zeros([1]) },
  "another type": { b: [tf.zeros([2]), tf.zeros([1, 2])], a: tf.scalar(1, "int32") },
  "a name more": { b: [tf.zeros([2]), tf.zeros([1, 2])], a: tf.scalar(1), c: tf.scalar(1) },
  "another name": { b: [tf.zeros([2]), tf.zeros([1, 2])], c: tf.scalar(1) },
  "a longer list": { b: [tf.zeros([2]), tf.zeros([1, 2]), tf.scalar(1)], a: tf.scalar(1) },
  "a record for a list": { b: { 0: tf.zeros([2]), 1: tf.zeros([1, 2]) }, a: tf.scalar(1) },
  "a tensor for a list": { b: tf.zeros([2]), a: tf.scalar(1) },
};
for (const [name, other] of Object.entries(others)) {
  Deno.test(`matchTree() refuses ${name}`, () => {
    assertEquals(matchTree(signature, other, []), false);
  });
}
