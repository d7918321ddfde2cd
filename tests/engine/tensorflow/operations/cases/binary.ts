import * as tf from "@tensorflow/tfjs";
import { between, bools, integers, normal, type OperationCases } from "../case.ts";

type Binary = (a: tf.Tensor, b: tf.Tensor) => tf.Tensor;

/** With inputs of one shape and with a broadcast one. */
function floats(operations: Readonly<Record<string, Binary>>): OperationCases {
  return Object.fromEntries(
    Object.entries(operations).flatMap(([name, compute]) => [
      [name, { inputs: [normal(3, 4), normal(3, 4)], compute }],
      [`${name} broadcast`, { inputs: [normal(2, 1, 4), between(0.3, 2, 3, 1)], compute }],
    ]),
  );
}

/** Some elements are equal. */
function smallIntegers(operations: Readonly<Record<string, Binary>>): OperationCases {
  return Object.fromEntries(
    Object.entries(operations).map((
      [name, compute],
    ) => [name, { inputs: [integers(3, 4, 3), integers(3, 3)], compute }]),
  );
}

function logical(operations: Readonly<Record<string, Binary>>): OperationCases {
  return Object.fromEntries(
    Object.entries(operations).map((
      [name, compute],
    ) => [name, { inputs: [bools(3, 4), bools(4)], compute }]),
  );
}

/** Operations on the elements of two tensors or more. */
export const BINARY: OperationCases = {
  ...floats({
    add: tf.add,
    atan2: tf.atan2,
    div: tf.div,
    divNoNan: (a, b) => tf.divNoNan(a, tf.relu(b)),
    floorDiv: tf.floorDiv,
    maximum: tf.maximum,
    minimum: tf.minimum,
    mod: (a, b) => tf.mod(a, tf.exp(b)),
    mul: tf.mul,
    pow: (a, b) => tf.pow(tf.abs(a), b),
    prelu: tf.prelu,
    squaredDifference: tf.squaredDifference,
    sub: tf.sub,
  }),
  addN: {
    inputs: [normal(2, 3), normal(2, 3), normal(2, 3)],
    compute: (...tensors) => tf.addN(tensors),
  },
  ...smallIntegers({
    "add of integers": tf.add,
    "floorDiv of integers": (a, b) => tf.floorDiv(a, tf.add(b, tf.scalar(1, "int32"))),
    "mul of integers": tf.mul,
    equal: tf.equal,
    greater: tf.greater,
    greaterEqual: tf.greaterEqual,
    less: tf.less,
    lessEqual: tf.lessEqual,
    notEqual: tf.notEqual,
  }),
  ...logical({
    logicalAnd: tf.logicalAnd,
    logicalOr: tf.logicalOr,
    logicalXor: tf.logicalXor,
  }),
  bitwiseAnd: {
    inputs: [integers(9, 4), integers(9, 4)],
    compute: (a, b) => tf.bitwiseAnd(a, b),
    refuses: { eager: "Kernel 'BitwiseAnd' not registered for backend 'tensorflow'" },
  },
  "where around a division": {
    inputs: [normal(3, 4), normal(3, 4)],
    compute: (a, b) => tf.where(tf.greater(b, 0), tf.div(a, tf.relu(b)), tf.zerosLike(a)),
  },
  where: {
    inputs: [bools(3, 4), normal(3, 4), normal(4)],
    compute: (condition, a, b) => tf.where(condition, a, b),
  },
};
