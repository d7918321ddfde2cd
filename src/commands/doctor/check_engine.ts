import type { GpuDescription } from "../../engine/engine.ts";
import { findLibrary, type FoundLibrary } from "../../engine/library/find_library.ts";
import { WHEELS } from "../../engine/library/wheels.ts";
import type { Check } from "./check.ts";
import { formatBytes } from "../../engine/library/format_bytes.ts";
import { type EngineTrial, tryEngine } from "./try_engine.ts";

/** The engine that a run would compute with. */
export interface WorkingEngine {
  readonly name: EngineName;
  readonly version: string;
  readonly device: string;
  /** Path of its library; `portable` has none. */
  readonly library?: string;
  /** Where the library comes from. */
  readonly source: FoundLibrary["source"];
  readonly build: FoundLibrary["build"];
  /** The CUDA device, and how it is held to repeatable numbers; absent where the processor computes. */
  readonly gpu?: GpuDescription;
  readonly flags?: readonly string[];
  /** Warnings and errors that the library printed while it was loaded. */
  readonly complaints: readonly string[];
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
 * Looks for libtensorflow as a run does, and has it multiply in a process of its own; where there is none, `portable`. A
 * library that `ASSAY_LIBTENSORFLOW` names is never passed over.
 *
 * @param platform `<os>-<architecture>` as Deno names them.
 */
export async function checkEngine(
  platform: string = `${Deno.build.os}-${Deno.build.arch}`,
): Promise<EngineReport> {
  let found: FoundLibrary | undefined;
  try {
    found = await findLibrary(platform);
  } catch (error) {
    return refuse(error, "name libtensorflow_cc or its folder, or unset ASSAY_LIBTENSORFLOW");
  }
  if (found === undefined) return await standIn(...describeMissing(platform));
  try {
    return describeTrial(found, await tryEngine(found.path));
  } catch (error) {
    const cures: Record<FoundLibrary["source"], string> = {
      ASSAY_LIBTENSORFLOW: "name another library, or unset ASSAY_LIBTENSORFLOW",
      cache: `remove its folder, then deno task setup`,
      python: "deno task setup fetches one that is known to work",
    };
    if (found.source === "ASSAY_LIBTENSORFLOW") return refuse(error, cures[found.source]);
    return await standIn(describeError(error), cures[found.source]);
  }
}

function describeTrial(found: FoundLibrary, trial: EngineTrial): EngineReport {
  const { version, deviceTypes, loadMs, loadsCuda, gpu, flags, complaints } = trial;
  const { path: library, source, build } = found;
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
      complaints,
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

/** Why there is no libtensorflow, and the cure. */
function describeMissing(platform: string): [reason: string, cure: string] {
  const wheel = WHEELS[platform];
  if (wheel === undefined) {
    return [
      `no libtensorflow is pinned for ${platform}`,
      "point ASSAY_LIBTENSORFLOW at a libtensorflow_cc of your own",
    ];
  }
  return [
    "libtensorflow has not been fetched yet",
    `deno task setup fetches it (${formatBytes(wheel.sizeBytes)}), as the first run does`,
  ];
}

/** The engine `portable`, and why it is not the faster one. */
async function standIn(reason: string, cure: string): Promise<EngineReport> {
  try {
    const { version } = await tryPortable();
    const value = `portable, tfjs-backend-wasm ${version}: ${reason}`;
    return {
      engine: { name: "portable", version, device: "CPU" },
      checks: [{ name: "engine", status: "warn", value, cure }],
    };
  } catch (error) {
    return refuse(`none: ${reason}; ${describeError(error)}`, cure);
  }
}

function refuse(error: unknown, cure: string): EngineReport {
  const value = describeError(error);
  return { engine: null, checks: [{ name: "engine", status: "fail", value, cure }] };
}

function describeError(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
