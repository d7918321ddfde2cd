import { assertEquals } from "@std/assert";
import * as tf from "@tensorflow/tfjs";
import { openTestEngine } from "../open_test_engine.ts";

Deno.test("openContext() opens no device of the kind GPU when told so", async () => {
  const engine = await openTestEngine({ gpu: { enabled: false } });
  const { device, gpu, flags } = engine.description;
  assertEquals([device, gpu, flags], ["CPU", undefined, undefined]);
  assertEquals([...tf.tensor([1, 2]).square().dataSync()], [1, 4]);
  engine.close();
});
