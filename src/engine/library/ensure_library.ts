import { fetchLibrary, type SetupProgress } from "./fetch_library.ts";
import { findLibrary } from "./find_library.ts";
import { findWheel } from "./wheels.ts";

/**
 * Gives the path of libtensorflow, fetching it when this machine has none.
 *
 * @param report Told of progress while fetching.
 * @param platform `<os>-<architecture>` as Deno names them.
 * @returns Path of `libtensorflow_cc`.
 * @throws {Error} When it is neither found nor to be had, saying what to do.
 */
export async function ensureLibrary(
  report: SetupProgress,
  platform: string = `${Deno.build.os}-${Deno.build.arch}`,
): Promise<string> {
  const found = await findLibrary(platform);
  return found?.path ?? await fetchLibrary(findWheel(platform), report);
}
