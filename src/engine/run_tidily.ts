import * as tf from "@tensorflow/tfjs";
import type { Step } from "./engine.ts";
import { listTensors, type TensorTree } from "./tensor_tree.ts";
import { buildTree, describeTree } from "./tree_signature.ts";

/**
 * Makes a step that runs operation by operation. What it makes is freed but for its result; the result shares no tensor with
 * the arguments, and holds none twice, so that the caller can free both.
 *
 * @param step The step.
 * @returns The step, as `compile` gives it.
 */
export function runTidily<A extends readonly TensorTree[], R extends TensorTree>(
  step: Step<A, R>,
): Step<A, R> {
  return (...args) => {
    const owned = new Set(listTensors(args).map(([, tensor]) => tensor));
    const run = () => {
      const result = step(...args);
      const tensors = listTensors(result).map(([, tensor]) => {
        if (owned.has(tensor)) return tf.clone(tensor);
        owned.add(tensor);
        return tensor;
      });
      return buildTree(describeTree(result), tensors) as unknown as tf.TensorContainer;
    };
    return tf.tidy(run) as unknown as R;
  };
}
