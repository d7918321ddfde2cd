import { join } from "node:path";
import type { FileSystem } from "./file_system.ts";
import { findOwner } from "./owner.ts";

const DAY_MS = 86_400_000;
/** The key that an attempt's folder is named after. */
const KEY = /-([0-9a-f]{64})-/;

/**
 * Removes from `tmp/` what runners have left that are gone; what those of other machines have left after a day, unless one
 * works on that key.
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
    const owner = findOwner(name);
    if (owner === "alive" || (owner === "elsewhere" && !isOld(fs, path))) continue;
    const key = owner === "elsewhere" ? KEY.exec(name)?.[1] : undefined;
    const hold = key === undefined ? undefined : await tryHold(key);
    if (hold === null) continue;
    await fs.remove(path).catch(() => {});
    hold?.release();
  }
}

function isOld(fs: FileSystem, path: string): boolean {
  const entry = fs.find(path);
  return entry !== null && Date.now() - entry.modifiedAt > DAY_MS;
}
