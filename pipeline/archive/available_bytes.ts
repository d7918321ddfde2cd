import { statfs } from "node:fs/promises";

/**
 * How many bytes a folder's file system has room for.
 *
 * @param folder The folder.
 */
export async function availableBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}
