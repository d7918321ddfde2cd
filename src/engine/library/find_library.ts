import { join } from "node:path";
import { findCacheFolder } from "./cache_folder.ts";
import { CORE_LIBRARY_NAMES, type Wheel } from "./wheels.ts";

/** A libtensorflow that was found, and where. */
export interface FoundLibrary {
  /** Path of `libtensorflow_cc`. */
  readonly path: string;
  readonly source: "ASSAY_LIBTENSORFLOW" | "cache" | "python";
}

/** The folder of the cache that holds one wheel's libraries. */
export function wheelFolder(wheel: Wheel): string {
  return join(findCacheFolder(), "libtensorflow", `${wheel.version}-${wheel.sha256.slice(0, 12)}`);
}

/**
 * Looks for libtensorflow: the path in `ASSAY_LIBTENSORFLOW`, the cache folder, then a TensorFlow installed in the
 * Python on PATH, which is located without being imported.
 *
 * @param wheel The wheel that the cache would hold, if the platform has one.
 * @returns The first one found, or `undefined`.
 * @throws {Error} When `ASSAY_LIBTENSORFLOW` names something else than the library or its folder.
 */
export async function findLibrary(wheel: Wheel | undefined): Promise<FoundLibrary | undefined> {
  const named = Deno.env.get("ASSAY_LIBTENSORFLOW");
  if (named) return { path: await resolveNamed(named), source: "ASSAY_LIBTENSORFLOW" };
  const cached = wheel && await findIn(wheelFolder(wheel));
  if (cached) return { path: cached, source: "cache" };
  const folder = await locatePythonPackage("tensorflow");
  const installed = folder && await findIn(folder);
  return installed ? { path: installed, source: "python" } : undefined;
}

async function resolveNamed(path: string): Promise<string> {
  const information = await Deno.stat(path).catch(() => undefined);
  const library = information?.isDirectory
    ? await findIn(path)
    : information?.isFile
    ? path
    : undefined;
  if (library === undefined) {
    throw new Error(
      `Cannot use ASSAY_LIBTENSORFLOW="${path}": it must be ${CORE_LIBRARY_NAMES.join(" or ")}, ` +
        `or the folder that holds it`,
    );
  }
  return await Deno.realPath(library);
}

async function findIn(folder: string): Promise<string | undefined> {
  for (const name of CORE_LIBRARY_NAMES) {
    const path = join(folder, name);
    if ((await Deno.stat(path).catch(() => undefined))?.isFile) return path;
  }
  return undefined;
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
