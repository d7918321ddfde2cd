import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { countGpuSlots } from "../../src/commands/count_gpu_slots.ts";

Deno.test("countGpuSlots() lets four stages share a card that a CUDA library can use, and else counts nothing", async () => {
  const packages = await Deno.makeTempDir();
  const library = join(packages, "tensorflow", "libtensorflow_cc.so.2");
  const environment = { ASSAY_LIBTENSORFLOW: library };
  const oneCard = { countGpus: () => 1 };
  const untouched = {
    countGpus: (): number => {
      throw new Error("the driver was started for nothing");
    },
  };
  assertEquals(await countGpuSlots({}, untouched), undefined, "the portable engine");
  assertEquals(await countGpuSlots(environment, untouched), undefined, "the library for CPUs");
  await Deno.mkdir(join(packages, "nvidia"));
  assertEquals(await countGpuSlots(environment, oneCard), 4);
  assertEquals(await countGpuSlots(environment, { countGpus: () => 0 }), undefined);
  assertEquals(await countGpuSlots({ ...environment, ASSAY_GPU: "0" }, untouched), undefined);
  await Deno.remove(packages, { recursive: true });
});
