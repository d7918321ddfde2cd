import * as tf from "@tensorflow/tfjs";
import { between, bools, given, type Input, normal, type OperationCases } from "../case.ts";

const x = normal(3, 4);
const unit = between(-0.9, 0.9, 3, 4);
const positive = between(0.2, 3, 3, 4);
const special = given([1, NaN, -Infinity, 0, Infinity, -0]);

function of(input: Input, operations: Readonly<Record<string, (x: tf.Tensor) => tf.Tensor>>) {
  return Object.fromEntries(
    Object.entries(operations).map(([name, compute]) => [name, { inputs: [input], compute }]),
  );
}

/** Operations on each element of one tensor. */
export const UNARY: OperationCases = {
  ...of(x, {
    abs: tf.abs,
    asinh: tf.asinh,
    atan: tf.atan,
    ceil: tf.ceil,
    clipByValue: (x) => tf.clipByValue(x, -0.5, 0.8),
    cos: tf.cos,
    cosh: tf.cosh,
    elu: tf.elu,
    erf: tf.erf,
    exp: tf.exp,
    expm1: tf.expm1,
    floor: tf.floor,
    leakyRelu: (x) => tf.leakyRelu(x, 0.2),
    logSigmoid: tf.logSigmoid,
    neg: tf.neg,
    reciprocal: tf.reciprocal,
    relu: tf.relu,
    relu6: (x) => tf.relu6(tf.mul(x, 4)),
    round: tf.round,
    selu: tf.selu,
    sigmoid: tf.sigmoid,
    sign: tf.sign,
    sin: tf.sin,
    sinh: tf.sinh,
    softplus: tf.softplus,
    square: tf.square,
    step: (x) => tf.step(x, 0.1),
    tan: tf.tan,
    tanh: tf.tanh,
  }),
  ...of(unit, { acos: tf.acos, asin: tf.asin, atanh: tf.atanh }),
  ...of(positive, {
    acosh: (x) => tf.acosh(tf.add(x, 1)),
    log: tf.log,
    log1p: tf.log1p,
    rsqrt: tf.rsqrt,
    sqrt: tf.sqrt,
  }),
  ...of(special, { isFinite: tf.isFinite, isInf: tf.isInf, isNaN: tf.isNaN }),
  ...of(bools(3, 4), { logicalNot: tf.logicalNot }),
};
