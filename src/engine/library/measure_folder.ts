import { join } from "node:path";

/** Size of a folder, and whether all of it was seen. */
export interface FolderSize {
  readonly bytes: number;
  readonly files: number;
  /** `false` when time ran out: there is more. */
  readonly complete: boolean;
}

/**
 * Adds up the files below a folder, each hard-linked file once, until a deadline.
 *
 * @param folder The folder; one that is missing is empty.
 * @param options `limitMs`: how long to look.
 */
export async function measureFolder(
  folder: string,
  { limitMs }: { limitMs: number },
): Promise<FolderSize> {
  const deadline = performance.now() + limitMs;
  const seen = new Set<number>();
  let [bytes, files, complete] = [0, 0, true];
  const pending = [folder];
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    for (const entry of await listEntries(path)) {
      if (performance.now() > deadline) return { bytes, files, complete: false };
      const child = join(path, entry.name);
      if (entry.isDirectory) {
        pending.push(child);
        continue;
      }
      const information = await Deno.lstat(child).catch(() => undefined);
      if (information === undefined) continue;
      if (information.ino !== null && (information.nlink ?? 1) > 1) {
        if (seen.has(information.ino)) continue;
        seen.add(information.ino);
      }
      bytes += information.size;
      files++;
    }
  }
  return { bytes, files, complete };
}

async function listEntries(folder: string): Promise<Deno.DirEntry[]> {
  try {
    return await Array.fromAsync(Deno.readDir(folder));
  } catch {
    // Missing, or not for us to read.
    return [];
  }
}
