import * as tf from "@tensorflow/tfjs";
import { given, integers, normal, type OperationCases } from "../case.ts";

const x = normal(3, 4);

/** Operations that move elements, and make tensors of one value or of a sequence. */
export const ARRAYS: OperationCases = {
  batchToSpaceND: {
    inputs: [normal(4, 2, 2, 1)],
    compute: (x) => tf.batchToSpaceND(x, [2, 2], [[0, 1], [1, 0]]),
  },
  broadcastArgs: {
    inputs: [given([3, 1], "int32"), given([1, 4], "int32")],
    compute: (a, b) => tf.broadcastArgs(a, b),
  },
  broadcastTo: { inputs: [normal(3, 1)], compute: (x) => tf.broadcastTo(x, [2, 3, 4]) },
  "cast to float32": { inputs: [integers(9, 3)], compute: (x) => tf.cast(x, "float32") },
  "cast to int32": { inputs: [x], compute: (x) => tf.cast(tf.mul(x, 10), "int32") },
  "cast to bool": { inputs: [integers(2, 4)], compute: (x) => tf.cast(x, "bool") },
  clone: { inputs: [x], compute: (x) => tf.clone(x) },
  concat: { inputs: [x, normal(3, 2)], compute: (a, b) => tf.concat([a, b], 1) },
  depthToSpace: { inputs: [normal(2, 2, 3, 8)], compute: (x) => tf.depthToSpace(x, 2, "NHWC") },
  ensureShape: { inputs: [x], compute: (x) => tf.ensureShape(x, [3, 4]) },
  expandDims: { inputs: [x], compute: (x) => tf.expandDims(x, 1) },
  fill: { inputs: [x], compute: (x) => tf.mul(x, tf.fill([3, 4], 2.5)) },
  gather: {
    inputs: [normal(5, 3), integers(5, 2, 4)],
    compute: (x, indices) => tf.gather(x, indices),
  },
  "gather along the last axis": {
    inputs: [normal(2, 5), integers(5, 4)],
    compute: (x, indices) => tf.gather(x, indices, 1),
  },
  "gather of a batch": {
    inputs: [normal(3, 5, 2), integers(5, 3, 4)],
    compute: (x, indices) => tf.gather(x, indices, 1, 1),
  },
  "gather at an argMax": {
    inputs: [normal(4, 3)],
    compute: (x) => tf.gather(x, tf.argMax(x, 0)),
  },
  gatherND: {
    inputs: [normal(3, 4, 2), given([[0, 1], [2, 3], [0, 1]], "int32")],
    compute: (x, indices) => tf.gatherND(x, indices),
  },
  linspace: { inputs: [normal(5)], compute: (x) => tf.mul(x, tf.linspace(0, 1, 5)) },
  meshgrid: { inputs: [normal(3), normal(2)], compute: (a, b) => tf.meshgrid(a, b) },
  mirrorPad: {
    inputs: [x],
    compute: (x) => tf.mirrorPad(x, [[1, 2], [2, 1]], "reflect"),
  },
  "mirrorPad symmetric": {
    inputs: [x],
    compute: (x) => tf.mirrorPad(x, [[1, 2], [3, 0]], "symmetric"),
  },
  oneHot: { inputs: [integers(4, 5)], compute: (x) => tf.oneHot(x, 4) },
  onesLike: { inputs: [x], compute: (x) => tf.add(x, tf.onesLike(x)) },
  pad: { inputs: [x], compute: (x) => tf.pad(x, [[1, 0], [2, 1]], 0.5) },
  range: { inputs: [normal(5)], compute: (x) => tf.mul(x, tf.range(0, 10, 2)) },
  reshape: { inputs: [x], compute: (x) => tf.reshape(x, [2, -1]) },
  reverse: { inputs: [x], compute: (x) => tf.reverse(x, [1]) },
  scatterND: {
    inputs: [given([[3], [0], [3]], "int32"), normal(3, 2)],
    compute: (indices, updates) => tf.scatterND(indices, updates, [5, 2]),
  },
  slice: { inputs: [x], compute: (x) => tf.slice(x, [1, 0], [2, 3]) },
  spaceToBatchND: {
    inputs: [normal(1, 3, 4, 1)],
    compute: (x) => tf.spaceToBatchND(x, [2, 2], [[1, 0], [0, 0]]),
  },
  sparseToDense: {
    inputs: [given([[0, 1], [2, 0]], "int32"), normal(2)],
    compute: (indices, values) => tf.sparseToDense(indices, values, [3, 2], 0),
  },
  split: { inputs: [normal(6, 2)], compute: (x) => tf.split(x, [1, 3, 2]) },
  "split into one": { inputs: [normal(6, 2)], compute: (x) => tf.split(x, 1) },
  squeeze: { inputs: [normal(1, 3, 1)], compute: (x) => tf.squeeze(x) },
  stack: { inputs: [x, normal(3, 4)], compute: (a, b) => tf.stack([a, b], 1) },
  stridedSlice: {
    inputs: [normal(5, 7)],
    compute: (x) => tf.stridedSlice(x, [1, 6], [5, 0], [2, -3]),
  },
  "stridedSlice with an ellipsis and a new axis": {
    inputs: [normal(3, 2, 5)],
    compute: (x) => tf.stridedSlice(x, [1, 0, 0, -1], [3, 0, 0, -5], [1, 1, 1, -2], 0, 0, 2, 4),
  },
  "stridedSlice that drops an axis": {
    inputs: [normal(4, 5)],
    compute: (x) => tf.stridedSlice(x, [2, 1], [3, 5], [1, 2], 0, 0, 0, 0, 1),
  },
  tensorScatterUpdate: {
    inputs: [normal(4, 2), given([[3], [1]], "int32"), normal(2, 2)],
    compute: (x, indices, updates) => tf.tensorScatterUpdate(x, indices, updates),
  },
  tile: { inputs: [x], compute: (x) => tf.tile(x, [2, 3]) },
  unsortedSegmentSum: {
    inputs: [normal(6, 2), integers(3, 6)],
    compute: (x, ids) => tf.unsortedSegmentSum(x, ids, 3),
  },
  unstack: { inputs: [x], compute: (x) => tf.unstack(x, 1) },
  "unstack into one": { inputs: [normal(1, 4)], compute: (x) => tf.unstack(x) },
  zerosLike: { inputs: [x], compute: (x) => tf.add(x, tf.zerosLike(x)) },
};
