import { dirname, join } from "node:path";
import { findCacheFolder } from "./cache_folder.ts";
import { countGpus } from "./count_gpus.ts";
import { CUDA_LIBRARIES, cudaFolder } from "./cuda_library.ts";
import { findInFolder } from "./find_in_folder.ts";
import { CORE_LIBRARY_NAMES, type Wheel, WHEELS } from "./wheels.ts";

/** A libtensorflow that was found, and where. */
export interface FoundLibrary {
  /** Path of `libtensorflow_cc`. */
  readonly path: string;
  readonly source: "ASSAY_LIBTENSORFLOW" | "cache" | "python";
  /** `"cuda"`: NVIDIA's libraries lie where it looks for them. */
  readonly build: "cpu" | "cuda";
}

/** The folder of the cache that holds one wheel's libraries. */
export function wheelFolder(wheel: Wheel): string {
  return join(findCacheFolder(), "libtensorflow", `${wheel.version}-${wheel.sha256.slice(0, 12)}`);
}

/**
 * Looks for libtensorflow: the path in `ASSAY_LIBTENSORFLOW`, the cache folder, then a TensorFlow installed in the
 * Python on PATH, which is located without being imported. Of two builds in the cache, the one for CUDA is taken where it
 * can use a device; where it is the only one, it computes on the processor.
 *
 * @param platform `<os>-<architecture>` as Deno names them.
 * @param hasGpu Whether a device can be used; asked only where the cache holds the build for CUDA.
 * @returns The first one found, or `undefined`.
 * @throws {Error} When `ASSAY_LIBTENSORFLOW` names something else than the library or its folder.
 */
export async function findLibrary(
  platform: string = `${Deno.build.os}-${Deno.build.arch}`,
  hasGpu: () => boolean = () => countGpus() > 0,
): Promise<FoundLibrary | undefined> {
  const named = Deno.env.get("ASSAY_LIBTENSORFLOW");
  if (named) return await describe(await resolveNamed(named), "ASSAY_LIBTENSORFLOW");
  const cuda = await findCuda(platform);
  if (cuda !== undefined && hasGpu()) return { path: cuda, source: "cache", build: "cuda" };
  const wheel: Wheel | undefined = WHEELS[platform];
  const cpu = wheel && await findInFolder(wheelFolder(wheel));
  if (cpu !== undefined) return { path: cpu, source: "cache", build: "cpu" };
  if (cuda !== undefined) return { path: cuda, source: "cache", build: "cuda" };
  const folder = await locatePythonPackage("tensorflow");
  const installed = folder && await findInFolder(folder);
  return installed ? await describe(installed, "python") : undefined;
}

/** Path of the library for CUDA in the cache, if it is there. */
export async function findCuda(platform: string): Promise<string | undefined> {
  const library = CUDA_LIBRARIES[platform];
  return library && await findInFolder(join(cudaFolder(library), "tensorflow"));
}

async function describe(path: string, source: FoundLibrary["source"]): Promise<FoundLibrary> {
  // NVIDIA's libraries lie beside the package on the library's run path.
  const nvidia = await Deno.stat(join(dirname(path), "..", "nvidia")).catch(() => undefined);
  return { path, source, build: nvidia?.isDirectory ? "cuda" : "cpu" };
}

async function resolveNamed(path: string): Promise<string> {
  const information = await Deno.stat(path).catch(() => undefined);
  const library = information?.isDirectory
    ? await findInFolder(path)
    : information?.isFile
    ? path
    : undefined;
  if (library === undefined) {
    throw new Error(
      `Cannot use ASSAY_LIBTENSORFLOW="${path}": it must be ${CORE_LIBRARY_NAMES.join(" or ")}, ` +
        `or the folder that holds it with libtensorflow_framework`,
    );
  }
  return await Deno.realPath(library);
}

/** Folder of a Python package by `find_spec`, which does not run the package's code. */
async function locatePythonPackage(name: string): Promise<string | undefined> {
  const script = "import importlib.util, sys\n" +
    "spec = importlib.util.find_spec(sys.argv[1])\n" +
    "print(spec.submodule_search_locations[0] if spec else '')";
  try {
    const { success, stdout } = await new Deno.Command("python3", {
      args: ["-c", script, name],
      stdout: "piped",
      stderr: "null",
    }).output();
    const folder = new TextDecoder().decode(stdout).trim();
    return success && folder !== "" ? folder : undefined;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}
