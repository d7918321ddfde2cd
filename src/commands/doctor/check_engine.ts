import type { GpuDescription } from "../../engine/engine.ts";
import { findLibrary, type FoundLibrary } from "../../engine/library/find_library.ts";
import { WHEELS } from "../../engine/library/wheels.ts";
import type { Check } from "./check.ts";
import { formatBytes } from "../../engine/library/format_bytes.ts";
import { dirname } from "node:path";
import { type EngineTrial, tryEngine } from "./try_engine.ts";
import { tryPortable } from "./try_portable.ts";

/** The engine that a run would compute with. */
export interface WorkingEngine {
  readonly name: "tensorflow" | "portable";
  readonly version: string;
  readonly device: string;
  /** Path of its library, where it comes from, and for what it is built; absent for `portable`. */
  readonly library?: string;
  readonly source?: FoundLibrary["source"];
  readonly build?: FoundLibrary["build"];
  /** The CUDA device, and how it is held to repeatable numbers; absent where the processor computes. */
  readonly gpu?: GpuDescription;
  readonly flags?: readonly string[];
  /** What failed on a device that looked usable, or what the library complained of last. */
  readonly complaint?: string;
}

/** What was found out about engines: `engine` is null when none works. */
export interface EngineReport {
  readonly checks: readonly Check[];
  readonly engine: WorkingEngine | null;
}

const SOURCES: Readonly<Record<FoundLibrary["source"], string>> = {
  ASSAY_LIBTENSORFLOW: "from ASSAY_LIBTENSORFLOW",
  cache: "in the cache",
  python: "of the TensorFlow installed in python3",
};

/**
 * Looks for libtensorflow as a run does, and has it multiply in a process of its own; where a run would fall back to the
 * portable engine, that one.
 *
 * @param platform `<os>-<architecture>` as Deno names them.
 */
export async function checkEngine(
  platform: string = `${Deno.build.os}-${Deno.build.arch}`,
): Promise<EngineReport> {
  let found: FoundLibrary | undefined;
  try {
    found = await findLibrary(platform);
    if (found === undefined) return await standIn(describeMissing(platform));
    return describeTrial(found, await tryEngine(found.path));
  } catch (error) {
    const value = error instanceof Error ? error.message : String(error);
    // One that the user named is never passed over.
    if (found === undefined || found.source === "ASSAY_LIBTENSORFLOW") {
      const cure = "name libtensorflow_cc or its folder, or unset ASSAY_LIBTENSORFLOW";
      return { engine: null, checks: [{ name: "engine", status: "fail", value, cure }] };
    }
    const cure = found.source === "cache"
      ? `remove ${dirname(found.path)}, then deno task setup`
      : "deno task setup fetches one that is known to work";
    return await standIn({ value, cure });
  }
}

/** What is wrong with `tensorflow`, and what to do. */
interface Defect {
  readonly value: string;
  readonly cure: string;
}

/** The portable engine, which needs no library. */
async function standIn({ value, cure }: Defect): Promise<EngineReport> {
  try {
    const { version } = await tryPortable();
    const check: Check = { name: "engine", status: "warn", value: `portable: ${value}`, cure };
    return { engine: { name: "portable", version, device: "CPU" }, checks: [check] };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const check: Check = { name: "engine", status: "fail", value: `${value}; ${reason}`, cure };
    return { engine: null, checks: [check] };
  }
}

function describeTrial(found: FoundLibrary, trial: EngineTrial): EngineReport {
  const { version, deviceTypes, loadMs, loadsCuda, gpu, flags, problem, complaints } = trial;
  const { path: library, source, build } = found;
  const complaint = problem ?? complaints.at(-1);
  const device = deviceTypes.includes("GPU") ? "GPU" : "CPU";
  const named = `libtensorflow ${version}${build === "cuda" ? " for CUDA" : ""}`;
  const checks: Check[] = [
    {
      name: "engine",
      status: "ok",
      value: `tensorflow, ${named} ${SOURCES[source]}: ${library}`,
    },
    {
      name: "library",
      status: "ok",
      value: `loads in ${Math.round(loadMs)} ms and multiplies matrices`,
    },
    { name: "devices", status: "ok", value: deviceTypes.join(", ") },
  ];
  if (loadsCuda !== null) checks.push(describeCuda(loadsCuda));
  return {
    engine: {
      name: "tensorflow",
      version,
      device,
      library,
      source,
      build,
      ...(gpu === undefined ? {} : { gpu, flags }),
      ...(complaint === undefined ? {} : { complaint }),
    },
    checks,
  };
}

function describeCuda(isLoaded: boolean): Check {
  const name = "cuda libraries";
  return isLoaded ? { name, status: "ok", value: "CUDA, cuBLAS, cuDNN and the others load" } : {
    name,
    status: "warn",
    value: "libtensorflow cannot load CUDA, cuBLAS, cuDNN or one of the others",
    cure: "remove the library's folder from the cache, then deno task setup --cuda",
  };
}

function describeMissing(platform: string): Defect {
  const wheel = WHEELS[platform];
  return wheel === undefined
    ? {
      value: `no libtensorflow is pinned for ${platform}`,
      cure: "point ASSAY_LIBTENSORFLOW at a libtensorflow_cc of your own",
    }
    : {
      value: "libtensorflow, which is faster, has not been fetched yet",
      cure: `deno task setup fetches it (${formatBytes(wheel.sizeBytes)}), as a run does`,
    };
}
