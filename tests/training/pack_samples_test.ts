import { assertEquals, assertThrows } from "@std/assert";
import * as tf from "@tensorflow/tfjs";
import { packSamples } from "../../src/training/pack_samples.ts";
import { openTestEngine } from "../engine/open_test_engine.ts";

await openTestEngine();

Deno.test("packSamples() joins the coordinates of consecutive points", () => {
  const points = tf.tensor([[1, 2], [3, 4], [5, 6], [7, 8]]);
  assertEquals(packSamples(points, 2).arraySync(), [[1, 2, 3, 4], [5, 6, 7, 8]]);
});

Deno.test("packSamples() joins images along their channels, place by place", () => {
  // Two images of 2 x 2 pixels with two channels each: pixel p of image i is [100 i + p, 100 i + p + 0.5].
  const images = tf.tensor(
    [100, 200].map((image) =>
      [[0, 1], [2, 3]].map((row) => row.map((pixel) => [image + pixel, image + pixel + 0.5]))
    ),
  );
  const packed = packSamples(images, 2);
  assertEquals(packed.shape, [1, 2, 2, 4]);
  assertEquals(packed.arraySync(), [[
    [[100, 100.5, 200, 200.5], [101, 101.5, 201, 201.5]],
    [[102, 102.5, 202, 202.5], [103, 103.5, 203, 203.5]],
  ]]);
});

Deno.test("packSamples() leaves single samples as they are", () => {
  const points = tf.tensor([[1, 2], [3, 4]]);
  assertEquals(packSamples(points, 1) === points, true);
});

Deno.test("packSamples() refuses samples that make no whole packs, with both numbers", () => {
  const message = "Cannot pack 5 samples by 2: the remainder is 1";
  assertThrows(() => packSamples(tf.ones([5, 2]), 2), RangeError, message);
  assertThrows(() => packSamples(tf.ones([5, 2, 2, 1]), 2), RangeError, message);
});
