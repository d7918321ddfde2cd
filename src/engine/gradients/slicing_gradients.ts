import * as tf from "@tensorflow/tfjs";
import { padAxis } from "./pad_axis.ts";
import { sliceAxis } from "./slice_axis.ts";
import { spreadAxis } from "./spread_axis.ts";
import { unaryGradient } from "./unary_gradient.ts";

interface StridedSliceAttributes {
  readonly begin: number[];
  readonly end: number[];
  readonly strides: number[];
  readonly beginMask: number;
  readonly endMask: number;
  readonly ellipsisMask: number;
  readonly newAxisMask: number;
  readonly shrinkAxisMask: number;
}

/** Puts dL/dy back where the slice was taken from, zeros elsewhere. */
function undoStridedSlice(
  dy: tf.Tensor,
  x: tf.Tensor,
  attributes: StridedSliceAttributes,
): tf.Tensor {
  const { begin, end, strides } = tf.slice_util.sliceInfo(
    x.shape,
    attributes.begin,
    attributes.end,
    attributes.strides,
    attributes.beginMask,
    attributes.endMask,
    attributes.ellipsisMask,
    attributes.newAxisMask,
    attributes.shrinkAxisMask,
  );
  // Axes that the slice dropped have size 1 here, and axes that it added are gone.
  const counts = strides.map((stride, axis) => Math.ceil((end[axis] - begin[axis]) / stride));
  return strides.reduce<tf.Tensor>((gradient, stride, axis) => {
    const ordered = stride < 0 ? tf.reverse(gradient, axis) : gradient;
    const spread = spreadAxis(ordered, axis, Math.abs(stride));
    const last = begin[axis] + (gradient.shape[axis] - 1) * stride;
    const first = Math.min(begin[axis], last);
    return padAxis(spread, axis, first, x.shape[axis] - first - spread.shape[axis]);
  }, tf.reshape(dy, counts));
}

interface MirrorPadAttributes {
  readonly paddings: readonly (readonly [before: number, after: number])[];
  readonly mode: "reflect" | "symmetric";
}

/** Adds the gradients of mirrored entries to those of the entries that they mirror, axis by axis. */
function foldMirrors(
  dy: tf.Tensor,
  _x: tf.Tensor,
  { paddings, mode }: MirrorPadAttributes,
): tf.Tensor {
  const edge = mode === "reflect" ? 1 : 0;
  return paddings.reduce<tf.Tensor>((gradient, [before, after], axis) => {
    const count = gradient.shape[axis] - before - after;
    const front = tf.reverse(sliceAxis(gradient, axis, 0, before), axis);
    const back = tf.reverse(sliceAxis(gradient, axis, before + count, after), axis);
    return tf.addN([
      sliceAxis(gradient, axis, before, count),
      ...(before > 0 ? [padAxis(front, axis, edge, count - edge - before)] : []),
      ...(after > 0 ? [padAxis(back, axis, count - edge - after, edge)] : []),
    ]);
  }, dy);
}

/** tfjs gives the gradients of an operation with one output as a tensor, also where the operation makes a list. */
function toList(dy: tf.Tensor | tf.Tensor[]): tf.Tensor[] {
  return Array.isArray(dy) ? dy : [dy];
}

/**
 * Gradients of operations that take tensors apart. tfjs-core 4.22 drops the mirrored part of `mirrorPad`'s, throws for
 * `split` and `unstack` into one, and has none for `stridedSlice` and `flipLeftRight`.
 */
export const SLICING_GRADIENTS: readonly tf.GradConfig[] = [
  unaryGradient("StridedSlice", undoStridedSlice),
  unaryGradient("MirrorPad", foldMirrors),
  {
    kernelName: "FlipLeftRight",
    gradFunc: (dy) => ({ image: () => tf.image.flipLeftRight(dy as tf.Tensor4D) }),
  },
  unaryGradient<{ axis: number }>(
    "SplitV",
    (dy, _x, { axis }) => tf.concat(toList(dy), axis),
  ),
  {
    kernelName: "Unpack",
    gradFunc: (dy, _saved, { axis }) => ({ value: () => tf.stack(toList(dy), axis as number) }),
  },
];
