/**
 * Entry point of a process of its own: opens the engine, multiplies two matrices, and prints a {@linkcode PortableTrial} as
 * JSON, for a caller that imports no tensors.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { openPortable } from "./portable_engine.ts";

/** What became of opening the engine. */
export interface PortableTrial {
  /** Version of the package. */
  readonly version: string;
  /** [[1, 2], [3, 4]] times [[5, 6], [7, 8]], row by row. */
  readonly product: readonly number[];
}

if (import.meta.main) {
  const engine = await openPortable({ threads: 1 });
  const product = tf.matMul([[1, 2], [3, 4]], [[5, 6], [7, 8]]).dataSync();
  const trial: PortableTrial = { version: engine.description.version, product: [...product] };
  console.log(JSON.stringify(trial));
  engine.close();
}
