import * as tf from "@tensorflow/tfjs";
import { normal, type OperationCases } from "../case.ts";

/** Products and other operations on matrices. */
export const MATRICES: OperationCases = {
  diag: { inputs: [normal(4)], compute: (x) => tf.diag(x) },
  dot: { inputs: [normal(3, 4), normal(4)], compute: (a, b) => tf.dot(a, b) },
  "einsum of a batch of products": {
    inputs: [normal(2, 3, 4), normal(2, 4, 5)],
    compute: (a, b) => tf.einsum("bij,bjk->bik", a, b),
  },
  "einsum of a bilinear form": {
    inputs: [normal(5, 3), normal(5, 4)],
    compute: (a, b) => tf.einsum("ni,nj->ij", a, b),
  },
  "einsum of one tensor": {
    inputs: [normal(3, 4)],
    compute: (a) => tf.einsum("ij->j", a),
  },
  eye: { inputs: [normal(3, 3)], compute: (x) => tf.mul(x, tf.eye(3)) },
  "fused.matMul": {
    inputs: [normal(3, 4), normal(4, 2), normal(2)],
    compute: (a, b, bias) => tf.fused.matMul({ a, b, bias, activation: "relu" }),
  },
  "linalg.bandPart": { inputs: [normal(4, 4)], compute: (x) => tf.linalg.bandPart(x, 1, 2) },
  "linalg.gramSchmidt": { inputs: [normal(3, 4)], compute: (x) => tf.linalg.gramSchmidt(x) },
  "linalg.qr": { inputs: [normal(4, 3)], compute: (x) => tf.linalg.qr(x) },
  matMul: { inputs: [normal(3, 4), normal(4, 2)], compute: (a, b) => tf.matMul(a, b) },
  "matMul of a batch": {
    inputs: [normal(2, 3, 4), normal(2, 4, 2)],
    compute: (a, b) => tf.matMul(a, b),
  },
  "matMul of a broadcast batch": {
    inputs: [normal(2, 3, 4), normal(1, 4, 2)],
    compute: (a, b) => tf.matMul(a, b),
  },
  "matMul transposed on the left": {
    inputs: [normal(4, 3), normal(4, 2)],
    compute: (a, b) => tf.matMul(a, b, true),
  },
  "matMul transposed on the right": {
    inputs: [normal(3, 4), normal(2, 4)],
    compute: (a, b) => tf.matMul(a, b, false, true),
  },
  "matMul transposed on both sides": {
    inputs: [normal(4, 3), normal(2, 4)],
    compute: (a, b) => tf.matMul(a, b, true, true),
  },
  outerProduct: { inputs: [normal(3), normal(4)], compute: (a, b) => tf.outerProduct(a, b) },
  transpose: { inputs: [normal(2, 3, 4)], compute: (x) => tf.transpose(x, [2, 0, 1]) },
};
