import { assertEquals, assertLess, assertThrows } from "@std/assert";
import * as tf from "@tensorflow/tfjs";
import type { Engine } from "../../../src/engine/engine.ts";
import { openTestEngine } from "../open_test_engine.ts";

async function withEngine(test: (engine: Engine) => void): Promise<void> {
  const engine = await openTestEngine();
  try {
    test(engine);
  } finally {
    engine.close();
  }
}

Deno.test("a tensor that a step is the first to use stays whole", () =>
  withEngine((engine) => {
    const outside = tf.tensor([10, 20]);
    const step = engine.compile("step", (x: tf.Tensor) => tf.add(x, outside));
    assertEquals(step(tf.tensor([1, 2])).arraySync(), [11, 22]);
    assertEquals(outside.arraySync(), [10, 20]);
    assertEquals(tf.add(outside, 1).arraySync(), [11, 21]);
    const rows = tf.tensor([[1, 2], [3, 4]]);
    assertEquals(step(rows).arraySync(), [[11, 22], [13, 24]], "a second capture");
  }));

Deno.test("a tensor that a capture was the first to use outlives the capture's failure", () =>
  withEngine((engine) => {
    const outside = tf.tensor([10, 20]);
    const read = (x: tf.Tensor) => tf.mul(x, tf.add(x, outside).dataSync()[0]);
    assertThrows(() => engine.compile("read", read)(tf.tensor([1, 2])), Error, `output of "Add"`);
    assertEquals(outside.arraySync(), [10, 20]);
  }));

Deno.test("constants that a step makes are freed with its capture", () =>
  withEngine((engine) => {
    const step = engine.compile("step", (x: tf.Tensor) => tf.add(x, tf.tensor([10, 20])));
    const x = tf.tensor([1, 2]);
    tf.square(x).dispose();
    const before = engine.tensorCount();
    step(x).dispose();
    assertEquals(engine.tensorCount(), before);
  }));

Deno.test("a tensor that a step kept from its capture is refused by name, in a step and outside", () =>
  withEngine((engine) => {
    let kept: tf.Tensor | undefined;
    const x = tf.tensor([1, 2]);
    engine.compile("keep", (x: tf.Tensor) => kept = tf.keep(tf.exp(x)))(x);
    const message = `Cannot use the output of "Exp": it belongs to another capture`;
    assertThrows(
      () => engine.compile("use", (x: tf.Tensor) => tf.add(x, kept!))(x),
      Error,
      message,
    );
    assertThrows(() => tf.add(x, kept!), Error, message);
  }));

Deno.test("close() frees all tensors", async () => {
  const megabytes = 50;
  const fill = () =>
    withEngine(() => void tf.fill([megabytes * 1e6 / Float32Array.BYTES_PER_ELEMENT], 1));
  await fill();
  const before = Deno.memoryUsage().rss;
  for (let round = 0; round < 4; round++) await fill();
  // Held, they would be 200 MB.
  assertLess(Deno.memoryUsage().rss - before, megabytes * 1e6);
});

Deno.test("a tensor of an engine that was closed is refused", async () => {
  const engine = await openTestEngine();
  const tensor = tf.square(tf.tensor([1, 2]));
  engine.close();
  assertEquals(engine.tensorCount(), 0);
  assertThrows(() => tensor.dataSync(), Error, "it has been disposed of");
  tensor.dispose();
});
