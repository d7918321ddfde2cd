import { assertAlmostEquals, assertEquals } from "@std/assert";
import * as tf from "@tensorflow/tfjs";
import type { Engine } from "../../../src/engine/engine.ts";
import { openPortable } from "../../../src/engine/portable/portable_engine.ts";
import { drawNormal } from "../../../src/engine/random.ts";
import { openTestEngine } from "../open_test_engine.ts";

/** A convolution. */
interface Geometry {
  readonly x: [number, number, number, number];
  readonly filter: [number, number, number, number];
  readonly strides: number | [number, number];
  readonly pad: "same" | "valid" | number | [number, number][];
}

/** Layers of the laboratory, and what they do not have: no overlap, gaps, odd rests, sides that differ. */
const geometries: Geometry[] = [
  { x: [3, 14, 14, 3], filter: [5, 5, 3, 4], strides: 2, pad: "same" },
  { x: [2, 10, 10, 2], filter: [5, 5, 2, 3], strides: 1, pad: "same" },
  { x: [2, 9, 11, 2], filter: [3, 5, 2, 3], strides: 2, pad: "same" },
  { x: [2, 9, 11, 2], filter: [3, 4, 2, 3], strides: 2, pad: "valid" },
  { x: [2, 12, 12, 1], filter: [5, 5, 1, 4], strides: [2, 1], pad: "same" },
  { x: [2, 11, 10, 2], filter: [4, 3, 2, 3], strides: 3, pad: "same" },
  { x: [2, 10, 10, 2], filter: [2, 2, 2, 3], strides: 3, pad: "valid" },
  { x: [2, 7, 7, 2], filter: [1, 1, 2, 3], strides: 2, pad: "same" },
];

/** Paddings that tfjs-node refuses, so that only definitions judge them. */
const paddedGeometries: Geometry[] = [
  { x: [2, 6, 6, 2], filter: [3, 3, 2, 3], strides: 2, pad: [[0, 0], [2, 2], [2, 0], [0, 0]] },
  { x: [2, 6, 5, 2], filter: [3, 3, 2, 2], strides: 1, pad: 2 },
];

function draw(stream: string, shape: number[]): tf.Tensor {
  const size = shape.reduce((product, length) => product * length, 1);
  return tf.tensor(drawNormal({ seed: 1, stream, step: 0 }, size), shape);
}

function convolve({ strides, pad }: Geometry, x: tf.Tensor, filter: tf.Tensor): tf.Tensor {
  return tf.conv2d(
    x as tf.Tensor4D,
    filter as tf.Tensor4D,
    strides,
    pad as Parameters<typeof tf.conv2d>[3],
  );
}

/** Output, both gradients of a weighted sum of it, and the gradients of their squares: those of the second order. */
function compute(geometry: Geometry, engine: Engine): Record<string, Float32Array> {
  const args = [draw("x", geometry.x), draw("filter", geometry.filter)];
  const step = engine.compile("gradients", (x: tf.Tensor, filter: tf.Tensor) => {
    const y = convolve(geometry, x, filter);
    const weights = draw("weights", y.shape);
    const loss = (x: tf.Tensor, filter: tf.Tensor) =>
      tf.sum(tf.mul(convolve(geometry, x, filter), weights)) as tf.Scalar;
    const first = tf.grads(loss)([x, filter]);
    const second = tf.grads((x: tf.Tensor, filter: tf.Tensor) => {
      const [dx, dFilter] = tf.grads(loss)([x, filter]);
      return tf.addN([dx, dFilter].map((slope) => tf.sum(tf.square(slope)))) as tf.Scalar;
    })([x, filter]);
    return { y, dx: first[0], dFilter: first[1], ddx: second[0], ddFilter: second[1] };
  });
  return Object.fromEntries(
    Object.entries(step(args[0], args[1])).map((
      [name, tensor],
    ) => [name, tensor.dataSync() as Float32Array]),
  );
}

for (const geometry of geometries) {
  Deno.test(`conv2d() has tensorflow's gradients for ${JSON.stringify(geometry)}`, async () => {
    const portable = await openPortable({ threads: 1 });
    const actual = compute(geometry, portable);
    portable.close();
    const tensorflow = await openTestEngine();
    const expected = compute(geometry, tensorflow);
    tensorflow.close();
    for (const [name, values] of Object.entries(expected)) {
      assertEquals(actual[name].length, values.length);
      // Sums of a few hundred products in float32, in another order.
      const tolerance = 2e-6 * values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
      values.forEach((value, index) =>
        assertAlmostEquals(actual[name][index], value, tolerance, `${name}[${index}]`)
      );
    }
  });
}

for (const geometry of [...geometries, ...paddedGeometries]) {
  Deno.test(`conv2d() has the gradients of differences for ${JSON.stringify(geometry)}`, async () => {
    const engine = await openPortable({ threads: 1 });
    const [x, filter] = [draw("x", geometry.x), draw("filter", geometry.filter)];
    const weights = draw("weights", convolve(geometry, x, filter).shape);
    const loss = (x: tf.Tensor, filter: tf.Tensor) =>
      tf.sum(tf.mul(convolve(geometry, x, filter), weights)) as tf.Scalar;
    const [dx, dFilter] = tf.grads(loss)([x, filter]);
    const read = (scalar: tf.Tensor) => scalar.dataSync()[0];
    // The loss is linear in each argument: a difference over any distance is exact but for rounding.
    const [awayX, awayFilter] = [draw("away", geometry.x), draw("away", geometry.filter)];
    const at = read(loss(x, filter));
    const byX = read(loss(tf.add(x, awayX), filter)) - at;
    const byFilter = read(loss(x, tf.add(filter, awayFilter))) - at;
    const scale = 1e-5 * Math.max(1, Math.abs(at), Math.abs(byX), Math.abs(byFilter));
    assertAlmostEquals(read(tf.sum(tf.mul(dx, awayX))), byX, scale);
    assertAlmostEquals(read(tf.sum(tf.mul(dFilter, awayFilter))), byFilter, scale);
    engine.close();
  });
}

Deno.test("the gradients of a convolution by hand: x = [1, 2, 3], filter = [4, 5], stride 1, valid", async () => {
  const engine = await openPortable({ threads: 1 });
  const x = tf.tensor4d([1, 2, 3], [1, 1, 3, 1]);
  const filter = tf.tensor4d([4, 5], [1, 2, 1, 1]);
  // y = [14, 23], weighed by [1, 10].
  const [dx, dFilter] = tf.grads((x: tf.Tensor, filter: tf.Tensor) =>
    tf.sum(
      tf.mul(
        tf.conv2d(x as tf.Tensor4D, filter as tf.Tensor4D, 1, "valid"),
        tf.tensor4d([1, 10], [1, 1, 2, 1]),
      ),
    )
  )([x, filter]);
  assertEquals([...dx.dataSync()], [4, 45, 50]);
  assertEquals([...dFilter.dataSync()], [21, 32]);
  engine.close();
});

Deno.test("conv2dTranspose() by hand: [1, 10] by the filter [4, 5], stride 2", async () => {
  const engine = await openPortable({ threads: 1 });
  const y = tf.conv2dTranspose(
    tf.tensor4d([1, 10], [1, 1, 2, 1]),
    tf.tensor4d([4, 5], [1, 2, 1, 1]),
    [1, 1, 4, 1],
    [1, 2],
    "same",
  );
  assertEquals([...y.dataSync()], [4, 5, 40, 50]);
  engine.close();
});
