import { dirname, isAbsolute, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** Folder of `deno.json`. */
export const PROJECT_ROOT: string = dirname(fileURLToPath(new URL("../", import.meta.url)));

/**
 * A path as the user typed it, made absolute. `deno task` changes the working directory to the project's and remembers
 * the user's in `INIT_CWD`.
 */
export function resolveTyped(path: string): string {
  return isAbsolute(path) ? path : resolve(Deno.env.get("INIT_CWD") ?? Deno.cwd(), path);
}

/** The results folder: as typed, else `results/` of the project. */
export function findResults(typed: string | undefined): string {
  return typed === undefined ? join(PROJECT_ROOT, "results") : resolveTyped(typed);
}
