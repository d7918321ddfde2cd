import * as tf from "@tensorflow/tfjs";
import type { Engine } from "../engine/engine.ts";
import { type MultiplyRows, roundsFactors } from "../metrics/mod.ts";

/**
 * Takes the matrix product of an open engine for searches of neighbours.
 *
 * @param engine The engine, which must stay open.
 * @returns The product; undefined of an engine that does not hold what `MultiplyRows` asks, or is slower than the kernel that
 * searches have of their own: `"portable"`, at 20 GFLOP/s, and one that rounds factors, or is allowed to, as with
 * `ASSAY_TF32=1`.
 */
export function makeMultiplyRows({ description }: Engine): MultiplyRows | undefined {
  const { name, flags } = description;
  const mayRound = flags !== undefined && !flags.includes("tf32=off");
  if (name === "portable" || mayRound || roundsFactors(multiply)) return undefined;
  return multiply;
}

const multiply: MultiplyRows = (x, y) => {
  const left = tf.tensor2d(x.data, [x.rows, x.columns]);
  const right = tf.tensor2d(y.data, [y.rows, y.columns]);
  const products = tf.matMul(left, right, false, true);
  const values = products.dataSync() as Float32Array;
  tf.dispose([left, right, products]);
  return values;
};
