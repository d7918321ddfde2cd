import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { CUDA_LIBRARIES, cudaFolder } from "../../../src/engine/library/cuda_library.ts";
import type { GpuState } from "../../../src/engine/library/find_gpus.ts";
import { prepareGpu } from "../../../src/engine/library/prepare_gpu.ts";
import { withEnvironment } from "./with_environment.ts";

const platform = "linux-x86_64";
const gpu = { name: "NVIDIA H200", computeCapability: "9.0", memoryBytes: 144e9 };
const probe = { driver: "570.86.10", driverCuda: "12.8", gpus: [gpu, gpu] };
const USABLE: GpuState = { probe, clash: null, usable: [gpu, gpu] };
const NONE: GpuState = { probe: null, clash: null, usable: [] };
const clash = { reason: "the driver is old", cure: "update it" };
const CLASHING: GpuState = { probe, clash, usable: [] };

/** Runs `body` with a library for CUDA and one for the processor in a cache of their own. */
async function withLibraries(
  body: (libraries: { cuda: string; cpu: string }) => Promise<void>,
): Promise<void> {
  const root = await Deno.makeTempDir();
  const environment = {
    ASSAY_CACHE: root,
    ASSAY_DETERMINISTIC: undefined,
    ASSAY_GPU: undefined,
    ASSAY_TF32: undefined,
    CUDA_VISIBLE_DEVICES: "1",
    LD_LIBRARY_PATH: undefined,
    XLA_FLAGS: undefined,
  };
  await withEnvironment(environment, async () => {
    const folder = cudaFolder(CUDA_LIBRARIES[platform]);
    const cuda = join(folder, "tensorflow", "libtensorflow_cc.so.2");
    for (const name of ["tensorflow", "nvidia"]) {
      await Deno.mkdir(join(folder, name), { recursive: true });
    }
    for (const path of [cuda, cuda.replace("_cc", "_framework")]) {
      await Deno.writeTextFile(path, "");
    }
    await body({ cuda, cpu: join(root, "libtensorflow", "cpu", "libtensorflow_cc.so.2") });
  });
  await Deno.remove(root, { recursive: true });
}

Deno.test("prepareGpu() says which device computes, and has XLA repeat itself", async () => {
  await withLibraries(async ({ cuda }) => {
    const prepared = await prepareGpu(cuda, { platform, find: () => USABLE });
    assertEquals(prepared, {
      isUsed: true,
      note: "Computing on NVIDIA H200 and 1 more, driver 570.86.10, CUDA 12.8",
      environment: { CUDA_VISIBLE_DEVICES: "1", XLA_FLAGS: "--xla_gpu_deterministic_ops=true" },
    });
    const trades = { ASSAY_DETERMINISTIC: "0", ASSAY_TF32: "1" };
    await withEnvironment(trades, async () => {
      const { environment } = await prepareGpu(cuda, { platform, find: () => USABLE });
      assertEquals(environment, { CUDA_VISIBLE_DEVICES: "1", ...trades });
    });
  });
});

Deno.test("prepareGpu() keeps a clashing library off the driver, and says what clashes", async () => {
  await withLibraries(async (libraries) => {
    for (const library of Object.values(libraries)) {
      assertEquals(await prepareGpu(library, { platform, find: () => CLASHING }), {
        isUsed: false,
        note: "Computing on the CPU: the driver is old. To use the GPU, update it",
        environment: { CUDA_VISIBLE_DEVICES: "1", ASSAY_GPU: "0" },
      });
    }
  });
});

Deno.test("prepareGpu() is silent where no device is to be had, and where the user chose the processor", async () => {
  await withLibraries(async ({ cuda, cpu }) => {
    const silent = { isUsed: false, environment: { CUDA_VISIBLE_DEVICES: "1" } };
    assertEquals(await prepareGpu(cuda, { platform, find: () => NONE }), silent);
    assertEquals(await prepareGpu(cpu, { platform, find: () => USABLE }), silent);
  });
});
