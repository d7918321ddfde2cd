import { assertEquals } from "@std/assert";
import { CUDA_LIBRARIES } from "../../../src/engine/library/cuda_library.ts";
import { findClash } from "../../../src/engine/library/find_clash.ts";
import type { GpuProbe } from "../../../src/engine/library/probe_gpus.ts";

const library = CUDA_LIBRARIES["linux-x86_64"];
const PROBE: GpuProbe = {
  driverCuda: "12.5",
  driver: "555.42.02",
  gpus: [{ name: "NVIDIA H200", computeCapability: "9.0", memoryBytes: 144e9 }],
};

Deno.test("findClash() lets a driver of the same or a newer major version of CUDA be", () => {
  for (const driverCuda of ["12.0", "12.4", "12.5", "12.8", "13.0"]) {
    assertEquals(findClash(library, { ...PROBE, driverCuda }), null, driverCuda);
  }
  assertEquals(findClash(library, { ...PROBE, gpus: [] }), null);
});

Deno.test("findClash() names both versions when the driver is too old", () => {
  const clash = findClash(library, { ...PROBE, driverCuda: "11.8", driver: null })!;
  assertEquals(
    clash.reason,
    "the NVIDIA driver supports CUDA up to 11.8, the library was built for CUDA 12.5",
  );
  assertEquals(clash.cure, "update the NVIDIA driver to 525.60 or newer");
});

Deno.test("findClash() passes on what the driver complains of", () => {
  const problem = "the driver gives error 999";
  const clash = findClash(library, { ...PROBE, gpus: [], problem })!;
  assertEquals(clash.reason, "the NVIDIA driver 555.42.02: the driver gives error 999");
});

Deno.test("findClash() wants one device that the library has kernels for", () => {
  const [able] = PROBE.gpus;
  const old = { ...able, name: "Tesla K80", computeCapability: "3.7" };
  assertEquals(findClash(library, { ...PROBE, gpus: [old, able] }), null);
  const newer = { ...able, computeCapability: "10.0" };
  assertEquals(findClash(library, { ...PROBE, gpus: [newer] }), null);
  assertEquals(
    findClash(library, { ...PROBE, gpus: [old] })!.reason,
    "Tesla K80 has compute capability 3.7, the library has kernels for 6.0 and up",
  );
});
