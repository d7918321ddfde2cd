import { join } from "node:path";
import type { FileSystem } from "./file_system.ts";
import { isOrphan } from "./owner.ts";

/** The key that an attempt's folder is named after. */
const KEY = /-([0-9a-f]{64})-/;

/**
 * Removes from `tmp/` what runners have left that are gone.
 *
 * @param fs Where it lies.
 * @param folder The folder.
 * @param tryHold Takes a key, unless a runner works on it.
 */
export async function sweepTemporary(
  fs: FileSystem,
  folder: string,
  tryHold: (key: string) => Promise<{ release(): void } | null>,
): Promise<void> {
  for (const name of await fs.list(folder)) {
    const path = join(folder, name);
    const entry = fs.find(path);
    if (entry === null || !isOrphan(name, entry.modifiedAt)) continue;
    const key = KEY.exec(name)?.[1];
    const hold = key === undefined ? undefined : await tryHold(key);
    if (hold === null) continue;
    await fs.remove(path).catch(() => {});
    hold?.release();
  }
}
