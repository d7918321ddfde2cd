import * as tf from "@tensorflow/tfjs";

/** Kernels whose result does not change when their inputs move a little, with the names of those inputs. */
const STEPS: Readonly<Record<string, readonly string[]>> = {
  All: ["x"],
  Any: ["x"],
  Equal: ["a", "b"],
  FloorDiv: ["a", "b"],
  Greater: ["a", "b"],
  GreaterEqual: ["a", "b"],
  Less: ["a", "b"],
  LessEqual: ["a", "b"],
  LogicalAnd: ["a", "b"],
  LogicalNot: ["x"],
  LogicalOr: ["a", "b"],
  NotEqual: ["a", "b"],
};

/**
 * Zero gradients of comparisons, logic and integer division. tfjs-core 4.22 has none for most, so that the second
 * derivative of leaky ReLU, which compares x with 0, throws; and it differentiates `floorDiv` as if it were `div`.
 */
export const STEP_GRADIENTS: readonly tf.GradConfig[] = Object.entries(STEPS).map(
  ([kernelName, names]) => ({
    kernelName,
    inputsToSave: [...names],
    gradFunc: (_dy, saved) =>
      Object.fromEntries(names.map((name, index) => [name, () => tf.zeros(saved[index].shape)])),
  }),
);
