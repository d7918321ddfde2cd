import { assertEquals, assertThrows } from "@std/assert";
import * as tf from "@tensorflow/tfjs";
import { openPortable } from "../../../src/engine/portable/portable_engine.ts";

await openPortable({ threads: 1 });

const edges = [NaN, -Infinity, -2.5, -0, 0, 1e-45, 3, Infinity];

Deno.test("sign() is -1, 0 or 1, and NaN of NaN", () => {
  assertEquals([...tf.sign(edges).dataSync()], [NaN, -1, -1, 0, 0, 1, 1, 1]);
});

Deno.test("leakyRelu() keeps x > 0 to the bit, and scales x < 0", () => {
  const scaled = Math.fround(Math.fround(0.2) * -2.5);
  const expected = [NaN, -Infinity, scaled, 0, 0, Math.fround(1e-45), 3, Infinity];
  assertEquals([...tf.leakyRelu(edges, 0.2).dataSync()], expected);
});

Deno.test("tile() repeats axes of any size, of any type", () => {
  const column = tf.tensor2d([[1], [2]]);
  assertEquals(tf.tile(column, [1, 3]).arraySync(), [[1, 1, 1], [2, 2, 2]]);
  assertEquals(tf.tile(column, [2, 2]).arraySync(), [[1, 1], [2, 2], [1, 1], [2, 2]]);
  assertEquals([...tf.tile(tf.tensor1d([7], "int32"), [3]).dataSync()], [7, 7, 7]);
  assertEquals([...tf.tile(tf.tensor1d([true], "bool"), [2]).dataSync()], [1, 1]);
});

Deno.test("unsortedSegmentSum() adds rows by segment, and leaves out those of none", () => {
  const rows = tf.tensor2d([[1, 10], [2, 20], [3, 30], [4, 40]]);
  const sums = tf.unsortedSegmentSum(rows, tf.tensor1d([2, 0, 2, -1], "int32"), 4);
  assertEquals(sums.arraySync(), [[2, 20], [0, 0], [4, 40], [0, 0]]);
});

Deno.test("gather() hands its gradient back to the rows that were taken, as often as they were", () => {
  const taken = tf.tensor1d([1, 1, 0], "int32");
  const weights = tf.tensor2d([[1, 2], [10, 20], [5, 6]]);
  const gradient = tf.grad((x: tf.Tensor) => tf.sum(tf.mul(tf.gather(x, taken), weights)))(
    tf.ones([3, 2]),
  );
  assertEquals(gradient.arraySync(), [[5, 6], [11, 22], [0, 0]]);
});

Deno.test("maxPool() has second derivatives, which read where each window has its maximum", () => {
  // Loss (1/2) sum pool(x^2)^2: the gradient by x_max is 2 x^3, its derivative along ones 6 x^2.
  const x = tf.tensor4d([1, 5, 2, 3, 0, 4, 1, 2], [1, 2, 4, 1]);
  const slope = tf.grad((x: tf.Tensor) =>
    tf.mul(tf.sum(tf.square(tf.maxPool(tf.square(x) as tf.Tensor4D, 2, 2, "valid"))), 0.5)
  );
  assertEquals([...slope(x).dataSync()], [0, 250, 0, 54, 0, 0, 0, 0]);
  const second = tf.grad((x: tf.Tensor) => tf.sum(slope(x)))(x);
  assertEquals([...second.dataSync()], [0, 150, 0, 54, 0, 0, 0, 0]);
});

Deno.test("maxPool() has a gradient where nothing is positive, for the first of equal maxima", () => {
  const x = tf.tensor4d([-3, -1, 0, 0, -2, -1, 0, 0], [1, 2, 4, 1]);
  const dy = tf.tensor4d([10, 20], [1, 1, 2, 1]);
  const gradient = tf.grad((x: tf.Tensor) =>
    tf.sum(tf.mul(tf.maxPool(x as tf.Tensor4D, 2, 2, "valid"), dy))
  )(x);
  assertEquals([...gradient.dataSync()], [0, 10, 20, 0, 0, 0, 0, 0]);
});

Deno.test("avgPool() shares its gradient among the pixels of a window, without the padding", () => {
  const gradient = tf.grad((x: tf.Tensor) =>
    tf.sum(
      tf.mul(tf.avgPool(x as tf.Tensor4D, [1, 2], 2, "same"), tf.tensor4d([6, 8], [1, 1, 2, 1])),
    )
  )(tf.ones([1, 1, 3, 1]));
  assertEquals([...gradient.dataSync()], [3, 3, 8]);
});

Deno.test("einsum() sums products by letters", () => {
  const a = tf.reshape(tf.range(1, 7), [2, 3]);
  const b = tf.reshape(tf.range(1, 13), [3, 4]);
  const sum = (equation: string, ...factors: tf.Tensor[]) => tf.einsum(equation, ...factors);
  assertEquals(sum("ij->ji", a).arraySync(), [[1, 4], [2, 5], [3, 6]]);
  assertEquals(sum("ij->i", a).arraySync(), [6, 15]);
  assertEquals(sum("ij->", a).arraySync(), 21);
  assertEquals(sum("ij,jk->ki", a, b).arraySync(), [[38, 83], [44, 98], [50, 113], [56, 128]]);
  assertEquals(sum("ij,ij->i", a, a).arraySync(), [14, 77]);
  assertEquals(sum("ij,k->kj", a, tf.tensor1d([1, 10])).arraySync(), [[5, 7, 9], [50, 70, 90]]);
  assertEquals(sum("i,j->ij", tf.tensor1d([1, 2]), tf.tensor1d([3, 4])).arraySync(), [[3, 4], [
    6,
    8,
  ]]);
});

Deno.test("einsum() multiplies matrices in batches", () => {
  const x = tf.reshape(tf.range(1, 9), [2, 2, 2]);
  const products = tf.einsum("bij,bjk->bik", x, x).arraySync();
  assertEquals(products, [[[7, 10], [15, 22]], [[67, 78], [91, 106]]]);
});

Deno.test("einsum() refuses letters twice in a factor, and sizes that differ", () => {
  const x = tf.ones([2, 3]);
  assertThrows(() => tf.einsum("ii->i", tf.ones([2, 2])), Error, "duplicate axes");
  assertThrows(() => tf.einsum("ij,jk->ik", x, x), Error, "Expected dimension 3");
});
