import * as tf from "@tensorflow/tfjs";
import { unaryGradient } from "./unary_gradient.ts";

/**
 * The gradient of `tile`: the sum over the copies of x. Seen as [repeats_0, size_0, repeats_1, size_1, …], the copies lie
 * along the even axes. tfjs-core 4.22 adds one slice after another, up to rank 4; broadcasting a bias over a batch of
 * images would be thousands of them.
 */
export const TILE_GRADIENT: tf.GradConfig = unaryGradient<{ reps: number[] }>(
  "Tile",
  (dy, x, { reps }) => {
    const axes = [...reps.keys()].filter((axis) => reps[axis] !== 1);
    const shape = reps.flatMap((
      count,
      axis,
    ) => (count === 1 ? [x.shape[axis]] : [count, x.shape[axis]]));
    const copyAxes = axes.map((axis, position) => axis + position);
    return tf.reshape(tf.sum(tf.reshape(dy, shape), copyAxes), x.shape);
  },
);
