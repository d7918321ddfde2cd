import { assertEquals } from "@std/assert";
import * as tf from "@tensorflow/tfjs";
import { drawSamples, toStored } from "../../src/training/draw_samples.ts";
import { findDivergence } from "../../src/training/train_gan.ts";

Deno.test("toStored() maps -1, 0 and 1 to 0, 128 and 255, and clips what lies outside", () => {
  const stored = toStored(Float32Array.of(-1, 0, 1, -3, 7, NaN), { kind: "images", size: 1 });
  assertEquals([...stored], [0, 128, 255, 0, 255, 0]);
});

Deno.test("toStored() leaves points as they are", () => {
  const points = Float32Array.of(-5.5, 1e6);
  assertEquals(toStored(points, { kind: "points" }), points);
});

Deno.test("findDivergence() names the quantity, its value and the step", () => {
  assertEquals(findDivergence([412, NaN, 1, 0, 0, 1, 1]), {
    step: 412,
    reason: "discriminator_loss is NaN at step 412",
  });
  assertEquals(
    findDivergence([7, 1, 1, 0, 0, 1, Infinity])?.reason,
    "generator_gradient_norm is Infinity at step 7",
  );
  assertEquals(findDivergence([7, 1, 1, 0, 0, 1, 1]), undefined);
});

Deno.test("drawSamples() gives the same samples however many are drawn, to a generator that sees the batch", () => {
  // As batch normalisation does: of one sample alone nothing would be left.
  const generate = (_: unknown, latents: tf.Tensor) => tf.tidy(() => latents.sub(latents.mean(0)));
  const draw = (count: number) =>
    drawSamples(generate, {}, {
      ...{ count, latentDim: 2, seed: 1, stream: "latents/test" },
      shape: { kind: "points" },
    });
  const many = draw(1_000);
  for (const count of [1, 64, 501]) assertEquals(draw(count), many.slice(0, 2 * count));
});

Deno.test("drawSamples() draws whole images, whatever the count", () => {
  for (const channels of [1, 3] as const) {
    const generate = (_: unknown, latents: tf.Tensor) =>
      tf.zeros([latents.shape[0], 28, 28, channels]);
    for (const count of [9, 36, 43, 142, 642]) {
      const samples = drawSamples(generate, {}, {
        ...{ count, latentDim: 1, seed: 1, stream: "latents/test" },
        shape: { kind: "images", size: 28, channels },
      });
      assertEquals(samples.length, count * 28 * 28 * channels);
    }
  }
});
