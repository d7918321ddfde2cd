import { join } from "node:path";
import type { FileSystem } from "./file_system.ts";
import { findOwner } from "./owner.ts";

const DAY_MS = 86_400_000;
/** The key that an attempt's folder is named after. */
const KEY = /-([0-9a-f]{64})-/;

/**
 * Removes from `tmp/` what runners have left that are gone; what those of other machines have left after a day. What a
 * runner works on stays in any case: process ids mean nothing between containers that share a host's name.
 *
 * @param fs Where it lies.
 * @param folder The folder.
 * @param options The key that is held already; how another is taken, unless a runner works on it.
 */
export async function sweepTemporary(
  fs: FileSystem,
  folder: string,
  { ownKey, tryHold }: {
    readonly ownKey: string;
    readonly tryHold: (key: string) => Promise<{ release(): void } | null>;
  },
): Promise<void> {
  for (const name of await fs.list(folder)) {
    const path = join(folder, name);
    const owner = findOwner(name);
    if (owner === "alive" || (owner === "elsewhere" && !isOld(fs, path))) continue;
    const key = KEY.exec(name)?.[1];
    const hold = key === undefined || key === ownKey ? undefined : await tryHold(key);
    if (hold === null) continue;
    await fs.remove(path).catch(() => {});
    hold?.release();
  }
}

function isOld(fs: FileSystem, path: string): boolean {
  const entry = fs.find(path);
  return entry !== null && Date.now() - entry.modifiedAt > DAY_MS;
}
