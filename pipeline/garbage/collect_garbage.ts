import { basename, dirname, join } from "node:path";
import { nameOwner } from "../store/owner.ts";
import { readRecords } from "../verify/read_records.ts";
import { STORE_FOLDER, type StoreFile } from "../verify/survey_store.ts";
import { chooseGarbage, type KeepOptions } from "./choose_garbage.ts";

const HOUR_MS = 3_600_000;

/** Options of {@linkcode collectGarbage}. */
export interface CollectGarbageOptions extends Partial<Omit<KeepOptions, "roots">> {
  readonly roots: ReadonlySet<string>;
  /** Says what would be removed, and removes nothing. */
  readonly dryRun?: boolean;
}

/** What a collection removed, or would. */
export interface Collection {
  readonly removed: readonly StoreFile[];
  readonly removedBytes: number;
  readonly keptBytes: number;
}

/**
 * Removes from a store what neither roots nor young records need, beside runners at work.
 *
 * What a runner takes in gets a new time of change, so that nothing is taken that is about to be named. Artifacts are moved
 * to `tmp/` first, and those go back that a runner has named meanwhile; a kill leaves what the next runner sweeps.
 *
 * @param results The results folder.
 * @param options Roots, and for how long other records are kept (7 days unless given).
 * @throws {EnvironmentError} If a record or a folder cannot be read, before anything is removed.
 */
export async function collectGarbage(
  results: string,
  options: CollectGarbageOptions,
): Promise<Collection> {
  const { roots, keepDays = 7, graceMs = HOUR_MS, now = Date.now(), dryRun = false } = options;
  const { garbage, keptBytes } = chooseGarbage(results, { roots, keepDays, graceMs, now });
  if (dryRun || garbage.length === 0) return sum(garbage, keptBytes);
  const root = join(results, STORE_FOLDER);
  const bin = join(root, "tmp", `${nameOwner()}-gc-${crypto.randomUUID().slice(0, 8)}`);
  await Deno.mkdir(bin, { recursive: true });
  const removed: StoreFile[] = [];
  try {
    for (const file of garbage) {
      if (await moveAway(join(root, file.path), join(bin, binName(file)), now - graceMs)) {
        removed.push(file);
      }
    }
    const back = await restoreNamed(results, bin, removed);
    return sum(removed.filter((file) => !back.has(file)), keptBytes);
  } finally {
    await Deno.remove(bin, { recursive: true });
  }
}

/** Moves a file, unless somebody has changed it since it was chosen; whether it is away. */
async function moveAway(path: string, target: string, before: number): Promise<boolean> {
  try {
    const { mtime, ctime, ino } = await Deno.lstat(path);
    if (Math.max(mtime?.getTime() ?? 0, ctime?.getTime() ?? 0) > before) return false;
    await Deno.rename(path, target);
    if ((await Deno.lstat(target)).ino === ino) return true;
    // A runner took the same bytes in between the two calls above, and is about to name them.
    await Deno.rename(target, path);
    return false;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

/** Puts artifacts and codes back that records name which were written meanwhile. */
async function restoreNamed(
  results: string,
  bin: string,
  moved: readonly StoreFile[],
): Promise<Set<StoreFile>> {
  const back = new Set<StoreFile>();
  const named = new Set<string>();
  for (const { code, outputs } of readRecords(results).values()) {
    named.add(code);
    for (const { digest } of Object.values(outputs)) named.add(digest);
  }
  for (const file of moved) {
    if ((file.place !== "object" && file.place !== "code") || !named.has(file.name)) continue;
    const path = join(results, STORE_FOLDER, file.path);
    await Deno.mkdir(dirname(path), { recursive: true });
    await Deno.rename(join(bin, binName(file)), path);
    back.add(file);
  }
  return back;
}

function binName({ path }: StoreFile): string {
  return `${path.split("/")[0]}-${basename(dirname(path))}-${basename(path)}`;
}

function sum(removed: readonly StoreFile[], keptBytes: number): Collection {
  const removedBytes = removed.reduce((total, { sizeBytes }) => total + sizeBytes, 0);
  return { removed, removedBytes, keptBytes };
}
