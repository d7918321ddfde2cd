import * as tf from "@tensorflow/tfjs";
import type { Engine } from "../../src/engine/engine.ts";
import { drawNormal } from "../../src/engine/random.ts";
import type { ProductWork } from "../work.ts";
import type { Workload } from "./workload.ts";

/** Matrix products, one call each. */
export function makeProductWorkload(engine: Engine, { side }: ProductWork): Workload {
  const multiply = engine.compile(
    "product",
    (a: tf.Tensor, b: tf.Tensor): tf.Tensor => tf.matMul(a as tf.Tensor2D, b as tf.Tensor2D),
  );
  const [a, b] = ["a", "b"].map((stream) =>
    tf.tensor(drawNormal({ seed: 1, stream, step: 0 }, side * side), [side, side])
  );
  return {
    fixture: () => ({}),
    check: () => [],
    run: (count) => {
      for (let index = 0; index < count; index++) multiply(a, b).dispose();
    },
  };
}
