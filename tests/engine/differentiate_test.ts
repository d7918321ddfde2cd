import { assertEquals, assertThrows } from "@std/assert";
import * as tf from "@tensorflow/tfjs";
import { differentiate } from "../../src/engine/differentiate.ts";

await tf.setBackend("cpu");

Deno.test("differentiate() gives the loss, its gradients by name, and what else was computed", () => {
  const parameters = { slope: tf.tensor([2, 3]), shift: tf.scalar(5) };
  const before = tf.memory().numTensors;
  const result = tf.tidy(() =>
    differentiate(parameters, ({ slope, shift }) => {
      const squares = tf.square(slope);
      return { loss: tf.add(tf.sum(squares), tf.mul(4, shift)), others: { squares } };
    })
  );
  assertEquals(result.loss.arraySync(), 33);
  assertEquals(result.gradients.slope.arraySync(), [4, 6]);
  assertEquals(result.gradients.shift.arraySync(), 4);
  assertEquals(result.others.squares.arraySync(), [4, 9]);
  tf.dispose(result as unknown as tf.TensorContainer);
  assertEquals(tf.memory().numTensors, before);
});

Deno.test("differentiate() names the parameters that the loss does not depend on", () => {
  const parameters = { used: tf.scalar(1), unused: tf.scalar(2), idle: tf.scalar(3) };
  const square = ({ used }: Readonly<Record<string, tf.Tensor>>) => ({
    loss: tf.square(used),
    others: {},
  });
  assertThrows(
    () => differentiate(parameters, square),
    Error,
    `Cannot differentiate a loss by "unused", "idle": it does not depend on it`,
  );
  const constant = () => ({ loss: tf.scalar(1), others: {} });
  assertThrows(() => differentiate({ unused: tf.scalar(2) }, constant), Error, `by "unused"`);
});
