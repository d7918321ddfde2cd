import type { GpuState } from "../../engine/library/find_gpus.ts";
import { formatBytes } from "../../engine/library/format_bytes.ts";
import type { Check } from "./check.ts";
import type { WorkingEngine } from "./check_engine.ts";

/**
 * Whether the engine computes on a CUDA device, and if not, why not.
 *
 * @param engine The engine that works, if one does.
 * @param state What this machine offers a CUDA library.
 */
export function checkGpu(engine: WorkingEngine | null, state: GpuState): Check {
  const { probe, clash, usable } = state;
  const name = "gpu";
  if (probe === null) {
    return { name, status: "ok", value: "no NVIDIA driver: the processor computes" };
  }
  const driver = `driver ${probe.driver ?? "unknown"}, CUDA ${probe.driverCuda}`;
  if (clash !== null) {
    return {
      name,
      status: "warn",
      value: `the processor computes: ${clash.reason}`,
      cure: clash.cure,
    };
  }
  if (usable.length === 0) {
    return { name, status: "ok", value: `no device (${driver}): the processor computes` };
  }
  const devices = usable.map((gpu) =>
    `${gpu.name} (${formatBytes(gpu.memoryBytes)}, compute capability ${gpu.computeCapability})`
  ).join(", ");
  if (engine?.device === "GPU") {
    const flags = engine.flags === undefined ? "" : `; ${engine.flags.join(", ")}`;
    return { name, status: "ok", value: `${devices}; ${driver}${flags}` };
  }
  const value = `${devices}; ${driver}; but the processor computes`;
  if (engine?.build !== "cuda") {
    return { name, status: "warn", value, cure: "deno task setup --cuda" };
  }
  return {
    name,
    status: "warn",
    value: engine.complaint === undefined ? value : `${value}: ${engine.complaint}`,
    cure: "see what nvidia-smi says of the device",
  };
}
