import { join, relative } from "node:path";

const FOLDERS = ["pipeline", "src", "experiments", "deps"];

/**
 * Lists the project's TypeScript sources.
 *
 * @param root The project's folder.
 * @returns Paths relative to it, with forward slashes, sorted.
 */
export async function listSources(root: string): Promise<string[]> {
  const found: string[] = [];
  async function walk(folder: string): Promise<void> {
    for await (const entry of Deno.readDir(folder)) {
      const path = join(folder, entry.name);
      if (entry.isDirectory) await walk(path);
      else if (entry.name.endsWith(".ts")) found.push(relative(root, path).replaceAll("\\", "/"));
    }
  }
  for (const folder of FOLDERS) await walk(join(root, folder));
  return found.sort();
}
