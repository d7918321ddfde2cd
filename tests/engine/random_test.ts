import {
  assert,
  assertAlmostEquals,
  assertEquals,
  assertNotEquals,
  assertThrows,
} from "@std/assert";
import { createHash } from "node:crypto";
import {
  drawIntegers,
  type DrawKey,
  drawNormal,
  drawPermutation,
  drawUniform,
} from "../../src/engine/random.ts";
import { threefry2x32 } from "../../src/engine/threefry.ts";

const KEY: DrawKey = { seed: 1, stream: "test", step: 2 };
/** Values in every statistical check; bounds are five standard errors at this count. */
const COUNT = 200_000;

function meanOf(values: ArrayLike<number>, measure = (value: number) => value): number {
  return Array.from(values).reduce((sum, value) => sum + measure(value), 0) / values.length;
}

// The pinned numbers were computed a second time by a plain Python Threefry.
Deno.test("drawNormal() gives the pinned values", () => {
  assertEquals([...drawNormal(KEY, 4)], [
    -0.958377480506897,
    -0.7886521220207214,
    1.1693089008331299,
    -0.33603206276893616,
  ]);
  assertEquals([...drawNormal({ seed: 0, stream: "latent", step: 0 }, 2)], [
    2.339949131011963,
    -1.0949524641036987,
  ]);
});

Deno.test("drawNormal() gives the pinned digest of 12,288 values", () => {
  const bytes = new Uint8Array(drawNormal({ seed: 0, stream: "latent", step: 7 }, 12_288).buffer);
  assertEquals(
    createHash("sha256").update(bytes).digest("hex"),
    "4d1f9142fbabc34c690bc8d9b5c1b2088d0d7932240624ced088f57c7dbaa27b",
  );
});

Deno.test("drawUniform() gives the pinned values", () => {
  assertEquals([...drawUniform(KEY, 3)], [
    0.46290667064179725,
    0.47706599500375046,
    0.40825001969272956,
  ]);
});

Deno.test("drawIntegers() gives the pinned values", () => {
  assertEquals([...drawIntegers(KEY, 8, 10)], [3, 5, 5, 7, 7, 2, 6, 2]);
});

Deno.test("drawPermutation() gives the pinned order", () => {
  assertEquals([...drawPermutation(KEY, 8)], [5, 4, 0, 3, 2, 6, 1, 7]);
});

Deno.test("drawUniform() reads key (seed, SHA-256 of the stream) and counter (index, step)", () => {
  const stream = createHash("sha256").update("a stream").digest().readUInt32BE(0);
  const [first, second] = threefry2x32([7, stream], [3, 11]);
  const value = drawUniform({ seed: 7, stream: "a stream", step: 11 }, 4)[3];
  assertEquals(value, ((first >>> 5) * 2 ** 26 + (second >>> 6)) / 2 ** 53);
});

Deno.test("drawNormal() has mean 0, variance 1, skewness 0 and kurtosis 3", () => {
  const values = drawNormal({ seed: 5, stream: "normal", step: 0 }, COUNT);
  assertAlmostEquals(meanOf(values), 0, 5 * Math.sqrt(1 / COUNT));
  assertAlmostEquals(meanOf(values, (z) => z ** 2), 1, 5 * Math.sqrt(2 / COUNT));
  assertAlmostEquals(meanOf(values, (z) => z ** 3), 0, 5 * Math.sqrt(15 / COUNT));
  assertAlmostEquals(meanOf(values, (z) => z ** 4), 3, 5 * Math.sqrt(96 / COUNT));
});

Deno.test("drawUniform() stays in [0, 1) with mean 1/2 and variance 1/12", () => {
  const values = drawUniform({ seed: 5, stream: "uniform", step: 0 }, COUNT);
  assert(values.every((u) => u >= 0 && u < 1));
  assertAlmostEquals(meanOf(values), 1 / 2, 5 * Math.sqrt(1 / 12 / COUNT));
  assertAlmostEquals(meanOf(values, (u) => (u - 0.5) ** 2), 1 / 12, 5 * Math.sqrt(1 / 180 / COUNT));
});

Deno.test("drawIntegers() gives every value its share", () => {
  const below = 7;
  const counts = new Array(below).fill(0);
  for (const value of drawIntegers({ seed: 2, stream: "rows", step: 3 }, COUNT, below)) {
    counts[value]++;
  }
  const share = 1 / below;
  const bound = 5 * Math.sqrt(COUNT * share * (1 - share));
  for (const count of counts) assertAlmostEquals(count, COUNT * share, bound);
});

Deno.test("drawIntegers() refuses words rather than favour small values", () => {
  // Reduced modulo 3 * 2^30, the lowest third of the values would take half of the words.
  const below = 3 * 2 ** 30;
  const values = drawIntegers({ seed: 3, stream: "refusal", step: 0 }, COUNT, below);
  const lowShare = meanOf(values, (value) => value < 2 ** 30 ? 1 : 0);
  assertAlmostEquals(lowShare, 1 / 3, 5 * Math.sqrt(2 / 9 / COUNT));
});

Deno.test("drawIntegers() takes every word when below is 2^32, and gives only 0 when it is 1", () => {
  assert(drawIntegers(KEY, 100, 2 ** 32).some((value) => value > 2 ** 31));
  assertEquals([...drawIntegers(KEY, 3, 1)], [0, 0, 0]);
});

Deno.test("drawPermutation() holds every index once and gives each place its share", () => {
  const order = drawPermutation({ seed: 1, stream: "order", step: 0 }, 1_000);
  assertEquals([...order].sort((a, b) => a - b), Array.from({ length: 1_000 }, (_, i) => i));

  const trials = 6_000;
  const seen = new Map<string, number>();
  for (let step = 0; step < trials; step++) {
    const name = drawPermutation({ seed: 1, stream: "orders", step }, 3).join();
    seen.set(name, (seen.get(name) ?? 0) + 1);
  }
  assertEquals(seen.size, 6);
  const bound = 5 * Math.sqrt(trials * (1 / 6) * (5 / 6));
  for (const count of seen.values()) assertAlmostEquals(count, trials / 6, bound);
});

Deno.test("draws differ by seed, stream and step", () => {
  const draws = [
    { seed: 0, stream: "latent", step: 0 },
    { seed: 1, stream: "latent", step: 0 },
    { seed: 0, stream: "batch", step: 0 },
    { seed: 0, stream: "latent", step: 1 },
  ].map((key) => drawNormal(key, 1_000));
  for (const [index, one] of draws.entries()) {
    for (const other of draws.slice(index + 1)) {
      assertNotEquals(one, other);
      const correlation = meanOf(one.map((z, row) => z * other[row]));
      assertAlmostEquals(correlation, 0, 5 / Math.sqrt(1_000));
    }
  }
});

Deno.test("a longer draw starts with the values of a shorter one", () => {
  assertEquals(drawNormal(KEY, 9).slice(0, 5), drawNormal(KEY, 5));
  assertEquals(drawUniform(KEY, 9).slice(0, 5), drawUniform(KEY, 5));
  const below = 3 * 2 ** 30;
  assertEquals(drawIntegers(KEY, 999, below).slice(0, 500), drawIntegers(KEY, 500, below));
});

Deno.test("draws of nothing are empty", () => {
  assertEquals(drawNormal(KEY, 0).length, 0);
  assertEquals(drawUniform(KEY, 0).length, 0);
  assertEquals(drawIntegers(KEY, 0, 5).length, 0);
  assertEquals(drawPermutation(KEY, 0).length, 0);
  assertEquals([...drawPermutation(KEY, 1)], [0]);
});

Deno.test("draws refuse a seed, step, count or bound that is no uint32", () => {
  for (const seed of [-1, 0.5, NaN, 2 ** 32]) {
    assertThrows(
      () => drawNormal({ ...KEY, seed }, 1),
      RangeError,
      `Cannot draw with seed "${seed}": it must be an integer from 0 to 4294967295`,
    );
  }
  assertThrows(
    () => drawUniform({ ...KEY, step: -1 }, 1),
    RangeError,
    `Cannot draw with step "-1": it must be an integer from 0 to 4294967295`,
  );
  assertThrows(() => drawPermutation(KEY, 1.5), RangeError, `Cannot draw with count "1.5"`);
  assertThrows(
    () => drawIntegers(KEY, 1, 0),
    RangeError,
    `Cannot draw integers below "0": it must be an integer from 1 to 2^32`,
  );
});
