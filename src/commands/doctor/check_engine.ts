import { findLibrary, type FoundLibrary } from "../../engine/library/find_library.ts";
import type { LibraryTrial } from "../../engine/library/try_library.ts";
import { WHEELS } from "../../engine/library/wheels.ts";
import type { Check } from "./check.ts";
import { formatBytes } from "../../engine/library/format_bytes.ts";
import { tryEngine } from "./try_engine.ts";

/** The engine that a run would compute with. */
export interface WorkingEngine {
  readonly name: "tensorflow";
  readonly version: string;
  readonly device: string;
  /** Path of its library. */
  readonly library: string;
  /** Where the library comes from. */
  readonly source: FoundLibrary["source"];
}

/** What was found out about engines: `engine` is null when none works yet. */
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
 * Looks for libtensorflow as a run does, and has it multiply in a process of its own.
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
  if (found === undefined) return describeMissing(platform);
  try {
    return describeTrial(found, await tryEngine(found.path));
  } catch (error) {
    const cures: Record<FoundLibrary["source"], string> = {
      ASSAY_LIBTENSORFLOW: "name another library, or unset ASSAY_LIBTENSORFLOW",
      cache: `remove its folder, then deno task setup`,
      python: "deno task setup fetches one that is known to work",
    };
    return refuse(error, cures[found.source]);
  }
}

function describeTrial(found: FoundLibrary, trial: LibraryTrial): EngineReport {
  const { version, deviceTypes, loadMs } = trial;
  const device = deviceTypes.includes("GPU") ? "GPU" : "CPU";
  return {
    engine: { name: "tensorflow", version, device, library: found.path, source: found.source },
    checks: [
      {
        name: "engine",
        status: "ok",
        value: `tensorflow, libtensorflow ${version} ${SOURCES[found.source]}: ${found.path}`,
      },
      {
        name: "library",
        status: "ok",
        value: `loads in ${Math.round(loadMs)} ms and multiplies matrices`,
      },
      { name: "devices", status: "ok", value: deviceTypes.join(", ") },
    ],
  };
}

function describeMissing(platform: string): EngineReport {
  const wheel = WHEELS[platform];
  const check: Check = wheel === undefined
    ? {
      name: "engine",
      status: "fail",
      value: `none: no libtensorflow is pinned for ${platform}`,
      cure: "point ASSAY_LIBTENSORFLOW at a libtensorflow_cc of your own",
    }
    : {
      name: "engine",
      status: "fail",
      value: "none: libtensorflow has not been fetched yet",
      cure: `deno task setup fetches it (${formatBytes(wheel.sizeBytes)}), as the first run does`,
    };
  return { engine: null, checks: [check] };
}

function refuse(error: unknown, cure: string): EngineReport {
  const value = error instanceof Error ? error.message : String(error);
  return { engine: null, checks: [{ name: "engine", status: "fail", value, cure }] };
}
