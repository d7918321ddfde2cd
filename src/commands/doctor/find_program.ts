import { delimiter, join } from "node:path";

/**
 * Finds a program on PATH.
 *
 * @param names Names that it goes by, the preferred one first.
 * @returns Its path, or null when none is there.
 */
export function findProgram(names: readonly string[]): string | null {
  const folders = (Deno.env.get("PATH") ?? "").split(delimiter).filter(Boolean);
  for (const name of names) {
    for (const folder of folders) {
      const path = join(folder, name);
      try {
        if (Deno.statSync(path).isFile) return path;
      } catch (error) {
        if (!(error instanceof Deno.errors.NotFound)) continue;
      }
    }
  }
  return null;
}
