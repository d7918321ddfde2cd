import { UsageError } from "./usage_error.ts";

/**
 * Refuses a path where a folder stands and a file is wanted, or the other way round. Nothing may be there yet.
 *
 * @param path The path.
 * @param wanted What is wanted there.
 * @param action What was asked for, such as `pack into`.
 * @throws {UsageError} Naming the path.
 */
export async function requirePlace(
  path: string,
  wanted: "file" | "folder",
  action: string,
): Promise<void> {
  const stat = await Deno.stat(path).catch(() => null);
  const found = stat?.isDirectory ? "folder" : "file";
  if (stat === null || found === wanted) return;
  throw new UsageError(`Cannot ${action} "${path}": it is a ${found}; a ${wanted} is wanted`);
}
