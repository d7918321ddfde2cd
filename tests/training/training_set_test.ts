import { assertEquals } from "@std/assert";
import { openTestEngine } from "../engine/open_test_engine.ts";
import { gatherSamples } from "../../src/training/batches.ts";
import { copySamples, type TrainingSet } from "../../src/training/training_set.ts";

await openTestEngine();

/** Three digits of 2 x 2 pixels, stacked to two images. */
const STACKS: TrainingSet = {
  shape: { kind: "images", size: 2, channels: 3 },
  count: 2,
  values: Uint8Array.of(0, 1, 2, 3, 10, 11, 12, 13, 20, 21, 22, 23),
  stacks: Int32Array.of(0, 1, 2, 2, 2, 0),
};

Deno.test("copySamples() stacks digits pixel by pixel as they are asked for", () => {
  assertEquals(
    copySamples(STACKS, [1, 0]),
    Uint8Array.of(
      20,
      20,
      0,
      21,
      21,
      1,
      22,
      22,
      2,
      23,
      23,
      3,
      0,
      10,
      20,
      1,
      11,
      21,
      2,
      12,
      22,
      3,
      13,
      23,
    ),
  );
});

Deno.test("copySamples() copies whole images of several channels, and points", () => {
  const images: TrainingSet = {
    shape: { kind: "images", size: 1, channels: 3 },
    count: 2,
    values: Uint8Array.of(1, 2, 3, 4, 5, 6),
  };
  assertEquals(copySamples(images, [1, 1]), Uint8Array.of(4, 5, 6, 4, 5, 6));
  const points: TrainingSet = {
    shape: { kind: "points" },
    count: 2,
    values: Float32Array.of(1, 2, 3, 4),
  };
  const copy = copySamples(points, [1]);
  assertEquals(copy, Float32Array.of(3, 4));
  copy[0] = 9;
  assertEquals(points.values[2], 3);
});

Deno.test("gatherSamples() gives stacks to networks as [n, size, size, channels] in [-1, 1]", () => {
  const white: TrainingSet = {
    ...STACKS,
    values: Uint8Array.from([0, 0, 0, 0, 255, 255, 255, 255, 51, 51, 51, 51]),
  };
  const batch = gatherSamples(white, [0]);
  assertEquals(batch.shape, [1, 2, 2, 3]);
  assertEquals([...batch.dataSync()].slice(0, 3).map((level) => level.toFixed(4)), [
    "-1.0000",
    "1.0000",
    "-0.6000",
  ]);
  batch.dispose();
});

Deno.test("gatherSamples() keeps grey images at one channel", () => {
  const grey: TrainingSet = {
    shape: { kind: "images", size: 2 },
    count: 1,
    values: Uint8Array.of(0, 255, 0, 255),
  };
  const batch = gatherSamples(grey, [0]);
  assertEquals(batch.shape, [1, 2, 2, 1]);
  batch.dispose();
});
