import type { GpuDescription } from "../engine.ts";
import { probeGpus } from "./probe_gpus.ts";

/** The device that computes in this process, which is the first of those that it sees. */
export function describeGpu(): GpuDescription {
  const probe = probeGpus();
  return {
    name: probe?.gpus[0]?.name ?? "unknown",
    driver: probe?.driver ?? "unknown",
    cuda: probe?.driverCuda ?? "unknown",
  };
}
