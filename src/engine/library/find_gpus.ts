import { CUDA_LIBRARIES, type CudaLibrary } from "./cuda_library.ts";
import { findClash, type GpuClash, isAble } from "./find_clash.ts";
import { type Gpu, type GpuProbe, probeGpus, type ProbeGpusOptions } from "./probe_gpus.ts";

/** What this machine offers a CUDA library. */
export interface GpuState {
  /** What the driver says; null where none is installed. */
  readonly probe: GpuProbe | null;
  /** Why none of the devices can be used. */
  readonly clash: GpuClash | null;
  /** The devices that a CUDA library can use. */
  readonly usable: readonly Gpu[];
}

const NOTHING: GpuState = { probe: null, clash: null, usable: [] };

/**
 * Which CUDA devices of this machine the CUDA library of its platform can use. Starts the driver, which takes up to some
 * tenths of a second where there are devices; `ASSAY_GPU=0` leaves it alone.
 *
 * @param options The platform, as `<os>-<architecture>`, and the driver's libraries.
 */
export function findGpus(
  { platform = `${Deno.build.os}-${Deno.build.arch}`, ...libraries }:
    & ProbeGpusOptions
    & { platform?: string } = {},
): GpuState {
  const library: CudaLibrary | undefined = CUDA_LIBRARIES[platform];
  const isAsked = library !== undefined && Deno.env.get("ASSAY_GPU") !== "0";
  const probe = isAsked ? probeGpus(libraries) : null;
  if (probe === null) return NOTHING;
  const clash = findClash(library, probe);
  const usable = clash === null
    ? probe.gpus.filter((gpu) => isAble(gpu.computeCapability, library))
    : [];
  return { probe, clash, usable };
}
