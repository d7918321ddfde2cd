import { assertAlmostEquals, assertEquals } from "@std/assert";
import * as tf from "@tensorflow/tfjs";
import { drawLatents } from "../../src/training/batches.ts";
import {
  drawField,
  drawManifold,
  FIELD_SIDE,
  findPlaneWindow,
  MANIFOLD_SIDE,
} from "../../src/training/draw_plane.ts";
import { drawWalks, interpolate } from "../../src/training/draw_walks.ts";
import { WALK_COUNT, WALK_STEPS } from "../../src/training/walk_sizes.ts";

await tf.setBackend("cpu");

Deno.test("interpolate() follows the circle: half way between two axes, at their length", () => {
  const middle = interpolate(Float32Array.of(2, 0), Float32Array.of(0, 2), 0.5);
  assertAlmostEquals(middle[0], Math.SQRT2, 1e-6);
  assertAlmostEquals(middle[1], Math.SQRT2, 1e-6);
  const same = Float32Array.of(1, 2);
  assertEquals(interpolate(same, same, 0.3), same);
});

Deno.test("drawWalks() starts and ends each line at latents of its own, and moves between them", () => {
  const generate = (_: unknown, latents: tf.Tensor) => latents.clone();
  const walks = drawWalks(generate, {}, { latentDim: 2, seed: 7, shape: { kind: "points" } });
  assertEquals(walks.length, WALK_COUNT * WALK_STEPS * 2);
  const key = { seed: 7, stream: "latents/walks", draw: 0 };
  const ends = drawLatents(key, { count: 2 * WALK_COUNT, latentDim: 2 }).dataSync() as Float32Array;
  const rowOf = (values: ArrayLike<number>, row: number) =>
    Float32Array.of(values[2 * row], values[2 * row + 1]);
  for (let walk = 0; walk < WALK_COUNT; walk++) {
    const [start, end] = [rowOf(ends, 2 * walk), rowOf(ends, 2 * walk + 1)];
    const line = Array.from(
      { length: WALK_STEPS },
      (_, step) => rowOf(walks, walk * WALK_STEPS + step),
    );
    assertEquals(line[0], start);
    assertEquals(line[WALK_STEPS - 1], end);
    for (let step = 1; step < WALK_STEPS - 1; step++) {
      assertEquals(line[step], interpolate(start, end, step / (WALK_STEPS - 1)));
    }
  }
  assertEquals(
    drawWalks(generate, {}, { latentDim: 2, seed: 7, shape: { kind: "points" } }),
    walks,
  );
});

Deno.test("drawField() asks about every place of the square, rows from the bottom", () => {
  const asked: number[] = [];
  const answer = (_: unknown, points: tf.Tensor) => {
    asked.push(points.shape[0]);
    return tf.slice(points as tf.Tensor2D, [0, 0], [-1, 1]);
  };
  const field = drawField(answer, {}, {
    window: { x: 0, y: 10, size: 40 },
    company: [5, 5, 6, 6],
    batchSize: 64,
    packing: 1,
  });
  assertEquals([field[0], field[1], field[FIELD_SIDE], field[FIELD_SIDE ** 2 - 1]], [
    0.5,
    1.5,
    0.5,
    39.5,
  ]);
  assertEquals(asked, Array(100).fill(64));
});

Deno.test("drawField() packs a place with real points where a discriminator sees several", () => {
  const seen: number[][] = [];
  const answer = (_: unknown, points: tf.Tensor) => {
    seen.push([...points.dataSync().slice(0, 4)]);
    return tf.zeros([points.shape[0], 1]);
  };
  const window = { x: 0, y: 0, size: 40 };
  drawField(answer, {}, { window, company: [7, 8], batchSize: 8, packing: 2 });
  assertEquals(seen[0], [0.5, 0.5, 7, 8]);
});

Deno.test("drawManifold() spans two numbers of the latents at their usual length", () => {
  const generate = (_: unknown, latents: tf.Tensor) =>
    tf.slice(latents as tf.Tensor2D, [0, 0], [-1, 2]);
  const net = drawManifold(generate, {}, 8);
  assertEquals(net.length, 2 * MANIFOLD_SIDE ** 2);
  assertEquals([...net.slice(0, 2)], [-4, -4]);
  assertEquals([...net.slice(-2)], [4, 4]);
});

Deno.test("findPlaneWindow() shows all points with room around them", () => {
  const window = findPlaneWindow([0, 0, 10, 4]);
  assertEquals(window.size, 13);
  assertEquals([window.x, window.y], [-1.5, -4.5]);
});
