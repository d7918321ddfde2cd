import { join } from "node:path";
import { LIBRARY_NAMES } from "./wheels.ts";

/**
 * Looks for libtensorflow in a folder. The core library counts only with the framework library beside it, without which it
 * does not load.
 *
 * @param folder Where to look; it need not exist.
 * @returns Path of `libtensorflow_cc`, or `undefined`.
 */
export async function findInFolder(folder: string): Promise<string | undefined> {
  for (const names of LIBRARY_NAMES) {
    const paths = names.map((name) => join(folder, name));
    const found = await Promise.all(paths.map(isFile));
    if (found.every((isThere) => isThere)) return paths[0];
  }
  return undefined;
}

async function isFile(path: string): Promise<boolean> {
  return (await Deno.stat(path).catch(() => undefined))?.isFile ?? false;
}
