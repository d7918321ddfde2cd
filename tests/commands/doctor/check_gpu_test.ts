import { assertEquals } from "@std/assert";
import type { WorkingEngine } from "../../../src/commands/doctor/check_engine.ts";
import { checkGpu } from "../../../src/commands/doctor/check_gpu.ts";
import type { GpuState } from "../../../src/engine/library/find_gpus.ts";

const ENGINE: WorkingEngine = {
  name: "tensorflow",
  version: "2.20.0",
  device: "CPU",
  library: "/libtensorflow_cc.so.2",
  source: "cache",
  build: "cpu",
};
const gpu = { name: "NVIDIA H200", computeCapability: "9.0", memoryBytes: 144e9 };
const probe = { driver: "570.86.10", driverCuda: "12.8", gpus: [gpu] };
const USABLE: GpuState = { probe, clash: null, usable: [gpu] };
const DEVICE = "NVIDIA H200 (144 GB, compute capability 9.0); driver 570.86.10, CUDA 12.8";

Deno.test("checkGpu() is content without a driver and without a device", () => {
  const none = { probe: null, clash: null, usable: [] };
  assertEquals(checkGpu(ENGINE, none).status, "ok");
  const bare = checkGpu(ENGINE, { ...USABLE, usable: [] });
  assertEquals([bare.status, bare.value], [
    "ok",
    "no device (driver 570.86.10, CUDA 12.8): the processor computes",
  ]);
});

Deno.test("checkGpu() shows the device that computes, and what it is held to", () => {
  const engine: WorkingEngine = {
    ...ENGINE,
    device: "GPU",
    build: "cuda",
    flags: ["deterministic-ops=on", "tf32=off"],
  };
  assertEquals(checkGpu(engine, USABLE), {
    name: "gpu",
    status: "ok",
    value: `${DEVICE}; deterministic-ops=on, tf32=off`,
  });
});

Deno.test("checkGpu() says how an idle device is put to use", () => {
  const idle = { name: "gpu", status: "warn", value: `${DEVICE}; but the processor computes` };
  assertEquals(checkGpu(ENGINE, USABLE), { ...idle, cure: "deno task setup --cuda" } as never);
  const complaint = "Cannot dlopen some GPU libraries.";
  const engine: WorkingEngine = { ...ENGINE, build: "cuda", complaint };
  assertEquals(
    checkGpu(engine, USABLE).value,
    `${idle.value}: Cannot dlopen some GPU libraries.`,
  );
});

Deno.test("checkGpu() passes on a clash with its cure", () => {
  const clash = { reason: "the driver is old", cure: "update it" };
  assertEquals(checkGpu(ENGINE, { ...USABLE, clash, usable: [] }), {
    name: "gpu",
    status: "warn",
    value: "the processor computes: the driver is old",
    cure: "update it",
  });
});
