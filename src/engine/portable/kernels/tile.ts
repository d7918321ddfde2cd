import * as tf from "@tensorflow/tfjs";
import type { Kernel } from "./kernel.ts";

type Tile = Kernel<"x", { reps: number[] }>;

/**
 * Wraps the wasm backend's `Tile`. Where all repeated axes have size 1, as in the gradients of sums and of broadcasts, it
 * adds x to zeros, which is a hundred times as fast.
 *
 * @param tile The package's kernel.
 * @returns The kernel to put in its place.
 */
export function wrapTile(tile: Tile): Tile {
  return (call) => {
    const { x } = call.inputs;
    const { reps } = call.attrs;
    const isBroadcast = x.dtype === "float32" &&
      reps.every((count, axis) => count === 1 || x.shape[axis] === 1);
    if (!isBroadcast) return tile(call);
    return tf.tidy(() => tf.add(tf.fill(x.shape.map((size, axis) => size * reps[axis]), 0), x));
  };
}
