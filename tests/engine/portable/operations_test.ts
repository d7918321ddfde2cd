import { assertAlmostEquals, assertEquals } from "@std/assert";
import * as tf from "@tensorflow/tfjs";
import type { Engine } from "../../../src/engine/engine.ts";
import { openPortable } from "../../../src/engine/portable/portable_engine.ts";
import { drawNormal } from "../../../src/engine/random.ts";
import { openTestEngine } from "../open_test_engine.ts";

/** Functions of normal numbers `a` [3, 4] and `b` [3, 4], positive numbers `p` [3, 4], and images `m` [2, 6, 6, 3]. */
type Operation = (given: Readonly<Record<"a" | "b" | "p" | "m", tf.Tensor>>) => tf.Tensor;

const images = (x: tf.Tensor) => x as tf.Tensor4D;
const matrix = (x: tf.Tensor) => x as tf.Tensor2D;

const OPERATIONS: Readonly<Record<string, Operation>> = {
  "abs": ({ a }) => tf.abs(a),
  "acosh": ({ p }) => tf.acosh(tf.add(p, 1)),
  "add": ({ a, b }) => tf.add(a, b),
  "add a row": ({ a, b }) => tf.add(a, tf.slice(b, 0, 1)),
  "add a column": ({ a, b }) => tf.add(a, tf.slice(b, [0, 0], [3, 1])),
  "addN": ({ a, b, p }) => tf.addN([a, b, p]),
  "asinh": ({ a }) => tf.asinh(a),
  "atan": ({ a }) => tf.atan(a),
  "atan2": ({ a, b }) => tf.atan2(a, b),
  "avgPool": ({ m }) => tf.avgPool(images(m), 2, 2, "same"),
  "avgPool, overlapping": ({ m }) => tf.avgPool(images(m), 3, 2, "same"),
  "batchNorm": ({ m }) => tf.batchNorm(m, [0, 1, 2], [1, 2, 3], [1, 0, 1], [1, 2, 1]),
  "broadcastTo": ({ a }) => tf.broadcastTo(tf.slice(a, [0, 0], [3, 1]), [2, 3, 4]),
  "clipByValue": ({ a }) => tf.clipByValue(a, -0.5, 0.5),
  "concat": ({ a, b }) => tf.concat([a, b], 1),
  "conv2d": ({ m }) => tf.conv2d(images(m), tf.slice(images(m), 0, [2, 3, 3, 3]), 2, "same"),
  "cos": ({ a }) => tf.cos(a),
  "cosh": ({ a }) => tf.cosh(a),
  "cumsum": ({ a }) => tf.cumsum(a, 1),
  "div": ({ a, p }) => tf.div(a, p),
  "div by a column": ({ a, p }) => tf.div(a, tf.slice(p, [0, 0], [3, 1])),
  "elu": ({ a }) => tf.elu(a),
  "erf": ({ a }) => tf.erf(a),
  "exp": ({ a }) => tf.exp(a),
  "expandDims": ({ a }) => tf.expandDims(a, 1),
  "expm1": ({ a }) => tf.expm1(a),
  "gather": ({ a }) => tf.gather(a, tf.tensor1d([2, 0, 2], "int32")),
  "gather columns": ({ a }) => tf.gather(a, tf.tensor1d([3, 1, 1], "int32"), 1),
  "leakyRelu": ({ a }) => tf.leakyRelu(a, 0.2),
  "log": ({ p }) => tf.log(p),
  "log1p": ({ p }) => tf.log1p(p),
  "logSigmoid": ({ a }) => tf.logSigmoid(a),
  "logSoftmax": ({ a }) => tf.logSoftmax(a),
  "logSumExp": ({ a }) => tf.logSumExp(a, 1),
  "matMul": ({ a, b }) => tf.matMul(matrix(a), matrix(b), false, true),
  "matMul, both turned": ({ a, b }) => tf.matMul(matrix(a), tf.transpose(matrix(b)), true, true),
  "matMul of batches": ({ m }) =>
    tf.matMul(tf.reshape(m, [4, 6, 9]), tf.reshape(m, [4, 6, 9]), true),
  "max": ({ a }) => tf.max(a, 1),
  "maximum": ({ a, b }) => tf.maximum(a, b),
  "maxPool": ({ m }) => tf.maxPool(images(m), 2, 2, "same"),
  "maxPool, overlapping": ({ m }) => tf.maxPool(images(m), 3, 2, "same"),
  "mean": ({ m }) => tf.mean(m, [0, 1, 2], true),
  "mean of all": ({ m }) => tf.mean(m),
  "min": ({ a }) => tf.min(a, 0),
  "minimum": ({ a, b }) => tf.minimum(a, b),
  "mirrorPad": ({ a }) => tf.mirrorPad(a, [[1, 1], [2, 1]], "reflect"),
  "moments": ({ m }) => tf.moments(m, [0, 1, 2]).variance,
  "mul": ({ a, b }) => tf.mul(a, b),
  "mul by a scalar": ({ a }) => tf.mul(a, 3),
  "neg": ({ a }) => tf.neg(a),
  "norm": ({ a }) => tf.norm(a, "euclidean", 1),
  "pad": ({ a }) => tf.pad(a, [[1, 0], [0, 2]]),
  "pow": ({ p, b }) => tf.pow(p, b),
  "prelu": ({ a, p }) => tf.prelu(a, tf.slice(p, 0, 1)),
  "prod": ({ a }) => tf.prod(a, 1),
  "reciprocal": ({ p }) => tf.reciprocal(p),
  "relu": ({ a }) => tf.relu(a),
  "relu6": ({ a }) => tf.relu6(tf.mul(a, 8)),
  "reshape": ({ a }) => tf.reshape(a, [2, 6]),
  "resizeBilinear": ({ m }) => tf.image.resizeBilinear(images(m), [9, 4]),
  "resizeNearestNeighbor": ({ m }) => tf.image.resizeNearestNeighbor(images(m), [12, 12]),
  "reverse": ({ a }) => tf.reverse(a, 1),
  "rsqrt": ({ p }) => tf.rsqrt(p),
  "selu": ({ a }) => tf.selu(a),
  "sigmoid": ({ a }) => tf.sigmoid(a),
  "sin": ({ a }) => tf.sin(a),
  "sinh": ({ a }) => tf.sinh(a),
  "slice": ({ a }) => tf.slice(a, [1, 1], [2, 2]),
  "softmax": ({ a }) => tf.softmax(a),
  "softplus": ({ a }) => tf.softplus(a),
  "spaceToBatchND": ({ m }) => tf.spaceToBatchND(m, [2, 2], [[0, 0], [0, 0]]),
  "split": ({ a }) => tf.split(a, 2, 1)[1],
  "sqrt": ({ p }) => tf.sqrt(p),
  "square": ({ a }) => tf.square(a),
  "squaredDifference": ({ a, b }) => tf.squaredDifference(a, tf.slice(b, 0, 1)),
  "stack": ({ a, b }) => tf.stack([a, b], 1),
  "sub": ({ a, b }) => tf.sub(a, b),
  "sub from a scalar": ({ a }) => tf.sub(1, a),
  "sum": ({ a }) => tf.sum(a, 0),
  "sum of two axes": ({ m }) => tf.sum(m, [1, 3]),
  "tan": ({ a }) => tf.tan(a),
  "tanh": ({ a }) => tf.tanh(a),
  "tile": ({ a }) => tf.tile(a, [2, 3]),
  "transpose": ({ m }) => tf.transpose(m, [3, 1, 0, 2]),
  "unstack": ({ a }) => tf.unstack(a)[1],
  "where": ({ a, b }) => tf.where(tf.greater(a, 0), a, b),
};

/** Without a gradient, in mathematics or in tfjs. */
const STEPS: Readonly<Record<string, Operation>> = {
  "topk": ({ a }) => tf.topk(a, 2).values,
  "stridedSlice": ({ m }) => tf.stridedSlice(m, [0, 1, 0, 0], [2, 6, 6, 3], [1, 2, 2, 1]),
  "depthToSpace": ({ m }) => tf.depthToSpace(images(tf.reshape(m, [2, 3, 3, 12])), 2),
  "argMax": ({ a }) => tf.argMax(a, 1),
  "argMin": ({ a }) => tf.argMin(a, 0),
  "ceil": ({ a }) => tf.ceil(a),
  "equal": ({ a }) => tf.equal(tf.round(a), 0),
  "eye": () => tf.eye(3, 4),
  "floor": ({ a }) => tf.floor(a),
  "floorDiv": ({ a, p }) => tf.floorDiv(a, p),
  "greaterEqual": ({ a, b }) => tf.greaterEqual(a, b),
  "isNaN": ({ a }) => tf.isNaN(tf.log(a)),
  "lessEqual": ({ a, b }) => tf.lessEqual(a, b),
  "logicalAnd": ({ a, b }) => tf.logicalAnd(tf.greater(a, 0), tf.less(b, 0)),
  "logicalNot": ({ a }) => tf.logicalNot(tf.greater(a, 0)),
  "mod": ({ a, p }) => tf.mod(a, p),
  "notEqual": ({ a }) => tf.notEqual(tf.round(a), 0),
  "oneHot": () => tf.oneHot(tf.tensor1d([1, 0, 3], "int32"), 4),
  "range": () => tf.range(0, 5, 2),
  "round": ({ a }) => tf.round(a),
  "sign": ({ a }) => tf.sign(a),
  "step": ({ a }) => tf.step(a),
  "sum of whole numbers": ({ a }) => tf.sum(tf.cast(a, "int32"), 1),
};

const NAMES = ["a", "b", "p", "m"] as const;

function draw(): Readonly<Record<(typeof NAMES)[number], tf.Tensor>> {
  const normal = (stream: string, shape: number[]) =>
    tf.tensor(drawNormal({ seed: 1, stream, step: 0 }, tf.util.sizeFromShape(shape)), shape);
  return {
    a: normal("a", [3, 4]),
    b: normal("b", [3, 4]),
    p: tf.add(tf.abs(normal("p", [3, 4])), 0.3),
    m: normal("m", [2, 6, 6, 3]),
  };
}

/** The value, and the gradients of its weighted sum by a, b, p and m. */
function differentiate(operation: Operation): Record<string, number[]> {
  const given = draw();
  const value = operation(given);
  const weights = tf.reshape(tf.range(1, value.size + 1), value.shape);
  const slopes = tf.grads((...tensors: tf.Tensor[]) => {
    const [a, b, p, m] = tensors;
    // tfjs differentiates by nothing that the loss does not depend on.
    const dependence = tensors.map((tensor) => tf.mul(tf.sum(tensor), 0));
    return tf.addN([tf.sum(tf.mul(operation({ a, b, p, m }), weights)), ...dependence]);
  })(NAMES.map((name) => given[name]));
  return {
    value: [...value.dataSync()],
    ...Object.fromEntries(slopes.map((slope, index) => [NAMES[index], [...slope.dataSync()]])),
  };
}

async function computeAll(engine: Engine): Promise<Record<string, Record<string, number[]>>> {
  const results: Record<string, Record<string, number[]>> = {};
  for (const [name, operation] of Object.entries(OPERATIONS)) {
    results[name] = differentiate(operation);
  }
  for (const [name, operation] of Object.entries(STEPS)) {
    results[name] = { value: [...await operation(draw()).data()].map(Number) };
  }
  engine.close();
  return results;
}

const actual = await computeAll(await openPortable({ threads: 1 }));
const expected = await computeAll(await openTestEngine({ capture: false }));

for (const [name, parts] of Object.entries(expected)) {
  Deno.test(`portable computes ${name}, and its gradients, as tensorflow does`, () => {
    assertEquals(Object.keys(actual[name]), Object.keys(parts));
    for (const [part, values] of Object.entries(parts)) {
      assertEquals(actual[name][part].length, values.length);
      // Float32 sums of a few dozen terms, and exp and tanh that are approximated by other polynomials.
      const tolerance = 1e-5 * Math.max(1, ...values.map(Math.abs));
      values.forEach((value, index) =>
        assertAlmostEquals(actual[name][part][index], value, tolerance, `${part}[${index}]`)
      );
    }
  });
}
