import type { CudaLibrary } from "./cuda_library.ts";
import type { GpuProbe } from "./probe_gpus.ts";

/** The first driver for each major version of CUDA on Linux (CUDA compatibility guide, table 2). */
const FIRST_DRIVERS: Readonly<Record<string, string>> = { "12": "525.60", "13": "580.65" };

/** Why devices cannot be used, and what would help. */
export interface GpuClash {
  readonly reason: string;
  readonly cure: string;
}

/**
 * Compares what a CUDA library was built for with what the driver and its devices support. A driver serves every library
 * of its own major version of CUDA and of older ones, whatever the minor version.
 *
 * @param library What the library needs.
 * @param probe What the driver says.
 * @returns The clash, or null when a device can be used or there is none.
 */
export function findClash(
  library: Pick<CudaLibrary, "cuda" | "computeCapability">,
  probe: GpuProbe,
): GpuClash | null {
  const { driver, driverCuda, gpus, problem } = probe;
  const named = driver === null ? "the NVIDIA driver" : `the NVIDIA driver ${driver}`;
  const wanted = Math.floor(Number(library.cuda));
  if (Math.floor(Number(driverCuda)) < wanted) {
    const first = FIRST_DRIVERS[wanted];
    return {
      reason: `${named} supports CUDA up to ${driverCuda}, ` +
        `the library was built for CUDA ${library.cuda}`,
      cure: `update the NVIDIA driver${first === undefined ? "" : ` to ${first} or newer`}`,
    };
  }
  if (problem !== undefined) {
    return { reason: `${named}: ${problem}`, cure: "see what nvidia-smi says of the driver" };
  }
  if (gpus.length > 0 && !gpus.some((gpu) => isAble(gpu.computeCapability, library))) {
    const [{ name, computeCapability }] = gpus;
    return {
      reason: `${name} has compute capability ${computeCapability}, ` +
        `the library has kernels for ${library.computeCapability} and up`,
      cure: "another card, or the processor",
    };
  }
  return null;
}

/** Whether a device of this compute capability runs the library's kernels. */
export function isAble(
  computeCapability: string,
  library: Pick<CudaLibrary, "computeCapability">,
): boolean {
  return Number(computeCapability) >= Number(library.computeCapability);
}
