import { assertEquals } from "@std/assert";
import * as tf from "@tensorflow/tfjs";
import { openPortable } from "../../../src/engine/portable/portable_engine.ts";

await openPortable({ threads: 1 });

/** Whole numbers, whose products float32 holds exactly. */
function count(shape: [number, number]): tf.Tensor2D {
  return tf.reshape(tf.range(1, shape[0] * shape[1] + 1), shape) as tf.Tensor2D;
}

/** op(A) op(B) by the definition. */
function multiply(a: number[][], b: number[][]): number[][] {
  return a.map((row) => b[0].map((_, column) => row.reduce((s, x, k) => s + x * b[k][column], 0)));
}

function turn(rows: number[][]): number[][] {
  return rows[0].map((_, column) => rows.map((row) => row[column]));
}

Deno.test("matMul() multiplies [[1, 2], [3, 4]] by itself, turned or not", () => {
  const x = count([2, 2]);
  const products = [[false, false], [true, false], [false, true], [true, true]].map(([a, b]) => [
    ...tf.matMul(x, x, a, b).dataSync(),
  ]);
  assertEquals(products, [[7, 10, 15, 22], [10, 14, 14, 20], [5, 11, 11, 25], [7, 15, 10, 22]]);
});

// Tall and flat factors, so that both ways of turning B are taken.
for (const [rows, inner, columns] of [[3, 4, 5], [2, 5, 40], [40, 5, 2], [1, 7, 1], [6, 1, 9]]) {
  for (const [turnA, turnB] of [[false, false], [true, false], [false, true], [true, true]]) {
    Deno.test(`matMul() is right for ${rows} x ${inner} x ${columns}, turned ${turnA}, ${turnB}`, () => {
      const a = count(turnA ? [inner, rows] : [rows, inner]);
      const b = count(turnB ? [columns, inner] : [inner, columns]);
      const [plainA, plainB] = [a.arraySync(), b.arraySync()];
      const expected = multiply(turnA ? turn(plainA) : plainA, turnB ? turn(plainB) : plainB);
      assertEquals(tf.matMul(a, b, turnA, turnB).arraySync(), expected);
    });
  }
}

Deno.test("matMul() sees the new shape of a right factor that was reshaped", () => {
  const b = count([6, 4]);
  const reshaped = tf.reshape(b, [4, 6]) as tf.Tensor2D;
  for (const factor of [b, reshaped, b, tf.reshape(b, [12, 2]) as tf.Tensor2D]) {
    const a = count([3, factor.shape[0]]);
    assertEquals(tf.matMul(a, factor).arraySync(), multiply(a.arraySync(), factor.arraySync()));
  }
});

Deno.test("matMul() sees the shape of a column that is turned without being moved", () => {
  const column = count([4, 1]);
  assertEquals(tf.matMul(count([1, 4]), column).arraySync(), [[30]]);
  assertEquals(tf.matMul(count([2, 1]), column, false, true).arraySync(), [
    [1, 2, 3, 4],
    [2, 4, 6, 8],
  ]);
});

Deno.test("matMul() multiplies batches, one factor for all or one for each", () => {
  const a = tf.reshape(tf.range(1, 13), [2, 2, 3]) as tf.Tensor3D;
  for (const factor of [a, tf.slice(a, [1], [1])]) {
    const product = tf.matMul(a, factor as tf.Tensor3D, false, true).arraySync() as number[][][];
    const rows = factor.arraySync() as number[][][];
    assertEquals(
      product,
      a.arraySync().map((matrix, index) =>
        multiply(matrix, turn(rows[Math.min(index, rows.length - 1)]))
      ),
    );
  }
});

Deno.test("fused.matMul() adds a bias by column and cuts at zero, with a factor turned", () => {
  const fused = tf.fused.matMul({
    a: tf.tensor2d([[1, -2], [3, 4]]),
    b: tf.tensor2d([[1, 1], [0, 2], [5, 0]]),
    transposeB: true,
    bias: tf.tensor1d([1, 2, -6]),
    activation: "relu",
  });
  assertEquals(fused.arraySync(), [[0, 0, 0], [8, 10, 9]]);
});

Deno.test("a product leaves no tensor behind", () => {
  const [a, b] = [count([3, 50]), count([40, 50])];
  const before = tf.memory().numDataBuffers;
  for (let index = 0; index < 3; index++) tf.matMul(a, b, false, true).dispose();
  tf.matMul(count([50, 3]), tf.reshape(b, [50, 40]) as tf.Tensor2D, true).dispose();
  assertEquals(tf.memory().numDataBuffers - before, 1, "the tensor made in the call");
});
