/**
 * Entry point of a process of its own: `try_portable.ts` opens the portable engine, multiplies two matrices, and prints a
 * {@linkcode PortableTrial} as JSON.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { openPortable } from "./portable_engine.ts";

/** What became of opening the engine. */
export interface PortableTrial {
  /** Version of tfjs's wasm backend. */
  readonly version: string;
  /** [[1, 2], [3, 4]] times [[5, 6], [7, 8]], row by row. */
  readonly product: readonly number[];
}

if (import.meta.main) {
  const engine = await openPortable({ threads: 1 });
  const product = tf.matMul(tf.tensor2d([[1, 2], [3, 4]]), tf.tensor2d([[5, 6], [7, 8]]));
  const { version } = engine.description;
  const trial: PortableTrial = { version, product: [...product.dataSync()] };
  console.log(JSON.stringify(trial));
  engine.close();
}
