import { assertEquals } from "@std/assert";
import { join } from "node:path";
import type { EngineDescription } from "../../src/engine/engine.ts";
import { CheckpointFile } from "../../src/stages/checkpoint_file.ts";
import { type GanSettings, initGan, makeGan } from "../../src/training/gan.ts";
import { openTestEngine } from "../engine/open_test_engine.ts";

const engine = await openTestEngine();
const SETTINGS: GanSettings = {
  latentDim: 2,
  batchSize: 4,
  stepCount: 10,
  objective: "non-saturating",
  discriminatorSteps: 1,
  optimizer: {
    kind: "adam",
    learningRate: { generator: 1e-3, discriminator: 1e-3 },
    beta1: 0.5,
    beta2: 0.999,
    epsilon: 1e-8,
  },
  generator: { kind: "mlp", hidden: [4], activation: "relu" },
  discriminator: { kind: "mlp", hidden: [4], activation: "relu" },
};

Deno.test("CheckpointFile goes on from a checkpoint of the same engine, device and switches alone", async () => {
  const folder = await Deno.makeTempDir();
  const path = join(folder, "checkpoint");
  const gan = makeGan(SETTINGS, { kind: "points" });
  const environment = { ASSAY_CHECKPOINT_SECONDS: "0", ASSAY_PROCESSOR: "one" };
  const open = (description: EngineDescription, processor = "one") =>
    new CheckpointFile(path, { ...environment, ASSAY_PROCESSOR: processor }, description);
  const { description } = engine;
  const progress = { history: [], timing: [], planes: {}, generators: {} };
  await open(description).saveIfDue({ state: initGan(gan, 1), step: 7 }, progress);
  const load = async (other: EngineDescription) => (await open(other).load(initGan(gan, 2))).step;
  assertEquals(await load(description), 7);
  assertEquals(await load({ ...description, flags: ["tf32"] }), 0);
  assertEquals(await load({ ...description, version: "0.0.0" }), 0);
  assertEquals((await open(description, "another").load(initGan(gan, 2))).step, 0);
  await Deno.remove(folder, { recursive: true });
});
