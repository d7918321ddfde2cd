import type * as tf from "@tensorflow/tfjs";
import { AttributeKind } from "../attributes.ts";
import type { Kernel } from "./kernel.ts";

/** a / b, and 0 where b is 0. tfjs builds `divNoNan` of other operations; the gradient of division needs it as one. */
export const divNoNan: Kernel = (backend, inputs) => {
  const { a, b } = inputs as Record<string, tf.TensorInfo>;
  return backend.executeSingleOutput("DivNoNan", [
    { name: "T", type: AttributeKind.TYPE, value: backend.getDTypeInteger(a.dtype) },
  ], [a, b]);
};
