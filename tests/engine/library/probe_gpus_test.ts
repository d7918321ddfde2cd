import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { countGpus } from "../../../src/engine/library/count_gpus.ts";
import { findGpus } from "../../../src/engine/library/find_gpus.ts";
import { probeGpus } from "../../../src/engine/library/probe_gpus.ts";
import { type FakeDriverOptions, hasCompiler, makeFakeDriver } from "./fake_driver.ts";

/** A probe of a driver that answers as told. */
async function withDriver(
  options: FakeDriverOptions,
  body: (driver: { cuda: string; management: string }) => void,
): Promise<void> {
  const { folder, cuda, management } = await makeFakeDriver(options);
  body({ cuda, management });
  await Deno.remove(folder, { recursive: true });
}

Deno.test({
  name: "probeGpus() reads devices, driver and CUDA version off the driver's libraries",
  ignore: !hasCompiler,
  async fn() {
    await withDriver({ gpus: 2 }, (libraries) => {
      const gpu = { computeCapability: "9.0", memoryBytes: 24e9 };
      assertEquals(probeGpus(libraries), {
        driverCuda: "12.8",
        driver: "570.86.10",
        gpus: [{ name: "Fake GPU", ...gpu }, { name: "Second GPU", ...gpu }],
      });
      assertEquals(probeGpus({ ...libraries, management: "/nowhere.so" })!.driver, null);
      assertEquals(countGpus({ platform: "linux-x86_64", ...libraries }), 2);
    });
  },
});

Deno.test({
  name: "probeGpus() tells no device from a driver that fails",
  ignore: !hasCompiler,
  async fn() {
    const rest = { driverCuda: "12.8", driver: "570.86.10", gpus: [] };
    await withDriver({ initCode: 100 }, (libraries) => assertEquals(probeGpus(libraries), rest));
    await withDriver({ gpus: 0 }, (libraries) => assertEquals(probeGpus(libraries), rest));
    await withDriver({ initCode: 803 }, (libraries) => {
      const problem = "the driver gives error 803 (system has unsupported display driver / " +
        "cuda driver combination)";
      assertEquals(probeGpus(libraries), { ...rest, problem });
    });
    await withDriver({ initCode: 999 }, (libraries) => {
      assertEquals(probeGpus(libraries)!.problem, "the driver gives error 999");
    });
  },
});

Deno.test("probeGpus() finds nothing where no driver is installed, or something else bears its name", async () => {
  assertEquals(probeGpus({ cuda: "/nowhere/libcuda.so.1" }), null);
  const folder = await Deno.makeTempDir();
  const text = join(folder, "libcuda.so.1");
  await Deno.writeTextFile(text, "no library");
  assertEquals(probeGpus({ cuda: text }), null);
  await Deno.remove(folder, { recursive: true });
});

Deno.test({
  name:
    "findGpus() leaves out devices that the library has no kernels for, and all when versions clash",
  ignore: !hasCompiler,
  async fn() {
    const platform = "linux-x86_64";
    await withDriver({ version: 11040 }, (libraries) => {
      const { clash, usable } = findGpus({ platform, ...libraries });
      assertEquals(usable, []);
      assertEquals(clash, {
        reason: "the NVIDIA driver 570.86.10 supports CUDA up to 11.4, " +
          "the library was built for CUDA 12.5",
        cure: "update the NVIDIA driver to 525.60 or newer",
      });
    });
    await withDriver({ computeCapability: [3, 7] }, (libraries) => {
      const { clash, usable } = findGpus({ platform, ...libraries });
      assertEquals(usable, []);
      assertEquals(
        clash!.reason,
        "Fake GPU has compute capability 3.7, the library has kernels for 6.0 and up",
      );
    });
    await withDriver({}, (libraries) => {
      assertEquals(countGpus({ platform, ...libraries }), 1);
      assertEquals(countGpus({ platform: "linux-aarch64", ...libraries }), 0);
    });
  },
});
