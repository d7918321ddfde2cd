import { statfs } from "node:fs/promises";
import { formatBytes } from "./format_bytes.ts";

/**
 * Checks that a folder's disk has room for what will be fetched, before anything is.
 *
 * @param folder An existing folder.
 * @param wantedBytes What downloads and unpacked files take together at the most.
 * @param what What will be fetched, as in `Cannot fetch <what>`.
 * @throws {Error} Saying how much is free and how much is wanted.
 */
export async function checkSpace(folder: string, wantedBytes: number, what: string): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const freeBytes = bavail * bsize;
  if (freeBytes >= wantedBytes) return;
  throw new Error(
    `Cannot fetch ${what} into "${folder}": ${formatBytes(freeBytes)} are free, ` +
      `${formatBytes(wantedBytes)} are wanted. Make room, or name another folder in ASSAY_CACHE`,
  );
}
