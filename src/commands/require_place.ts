import { UsageError } from "./usage_error.ts";

/**
 * Refuses a folder where a file is wanted.
 *
 * @param action What was asked for, such as `pack into`.
 * @param path Where; nothing may be there yet.
 * @throws {UsageError} Naming the path.
 */
export async function requireNoFolder(action: string, path: string): Promise<void> {
  const found = await Deno.stat(path).catch(() => null);
  if (found === null || !found.isDirectory) return;
  throw new UsageError(`Cannot ${action} "${path}": it is a folder; a file is wanted`);
}

/**
 * Refuses a file where a folder is wanted.
 *
 * @param action What was asked for, such as `write figures to`.
 * @param path Where; nothing may be there yet.
 * @throws {UsageError} Naming the path.
 */
export async function requireNoFile(action: string, path: string): Promise<void> {
  const found = await Deno.stat(path).catch(() => null);
  if (found === null || found.isDirectory) return;
  throw new UsageError(`Cannot ${action} "${path}": it is a file; a folder is wanted`);
}
