import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { countOperations } from "../../bench/count_operations.ts";
import type { GanWork } from "../../bench/work.ts";
import { DCGAN_STEP, WORKLOADS } from "../../bench/workloads.ts";

Deno.test("countOperations() counts a small DCGAN as by hand", () => {
  const work: GanWork = {
    ...DCGAN_STEP,
    batchSize: 1,
    latentDim: 3,
    shape: { kind: "images", size: 4 },
    generator: { kind: "dcgan", channels: [2] },
    discriminator: { kind: "dcgan", channels: [5] },
  };
  // Generator: dense 2·3·(2·2·2) = 48, conv 2·(2·2)·25·2·1 = 400. Discriminator: conv 2·(2·2)·25·1·5 = 1000, logit 2·20 = 40.
  const [makes, judges] = [448, 1_040];
  const discriminatorUpdate = makes + 2 * (3 * judges - 1_000);
  const generatorUpdate = 3 * makes - 48 + 2 * judges;
  assertEquals(countOperations(work), discriminatorUpdate + generatorUpdate);
});

Deno.test("countOperations() finds 15.9 GFLOP in the shipped DCGAN step", () => {
  assertAlmostEquals(countOperations(DCGAN_STEP) / 1e9, 15.9, 0.2);
});

Deno.test("countOperations() refuses other networks by name", () => {
  const ring = WORKLOADS.find(({ name }) => name === "ring-128") as GanWork;
  assertThrows(() => countOperations(ring), RangeError, `"ring-128": DCGANs are wanted`);
});
