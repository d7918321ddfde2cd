import { assertEquals } from "@std/assert";
import { drawIntegers } from "../../src/engine/random.ts";
import { initJudge, JUDGE_FEATURE_COUNT } from "../../src/networks/judge.ts";
import { judgeStacks } from "../../src/training/judge_stacks.ts";
import { makeJudge } from "../../src/training/train_judge.ts";
import { copySamples, type TrainingSet } from "../../src/training/training_set.ts";
import { openTestEngine } from "../engine/open_test_engine.ts";

const SIZE = 8;
const DIGITS = 5;

const engine = await openTestEngine();
const judge = makeJudge(engine, initJudge({ seed: 5, stream: "test", step: 0 }, SIZE));
const values = Uint8Array.from(
  drawIntegers({ seed: 5, stream: "pixels", step: 0 }, DIGITS * SIZE ** 2, 256),
);
const stacked: TrainingSet = {
  shape: { kind: "images", size: SIZE, channels: 3 },
  count: 3,
  values,
  stacks: Int32Array.of(0, 1, 2, 4, 4, 0, 3, 2, 1),
};

Deno.test("judgeStacks() says of each channel what the judge says of its digit", () => {
  const digits = judge({ shape: { kind: "images", size: SIZE }, count: DIGITS, values });
  const { features, classes } = judgeStacks(judge, stacked);
  assertEquals(features.length, 3 * 3 * JUDGE_FEATURE_COUNT);
  stacked.stacks!.forEach((digit, at) => {
    const take = (all: Float32Array, index: number) =>
      all.subarray(index * JUDGE_FEATURE_COUNT, (index + 1) * JUDGE_FEATURE_COUNT);
    assertEquals(take(features, at), take(digits.features, digit));
    assertEquals(classes[at], digits.classes[digit]);
  });
  // Digits that look alike to the judge would hide channels that are swapped.
  assertEquals(new Set(Array.from(digits.features)).size > DIGITS, true);
});

Deno.test("judgeStacks() judges images in colour as it does the digits that they are stacked of", () => {
  const images = copySamples(stacked, [0, 1, 2]);
  const { shape, count } = stacked;
  const judged = judgeStacks(judge, { shape, count, values: images });
  const expected = judgeStacks(judge, stacked);
  assertEquals(judged.classes, expected.classes);
  // Kernels may sum batches of other sizes in another order.
  const difference = judged.features.reduce(
    (most, feature, at) => Math.max(most, Math.abs(feature - expected.features[at])),
    0,
  );
  assertEquals(difference < 1e-5, true);
});
