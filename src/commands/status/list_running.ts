import { join } from "node:path";
import { findOwner } from "../../../pipeline/store/owner.ts";
import { STORE_FOLDER } from "../../../pipeline/verify/mod.ts";

const DAY_MS = 86_400_000;

/** An attempt at a stage that a runner is making now. */
export interface RunningAttempt {
  readonly key: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
}

/**
 * Lists what runners at work on a results folder are computing: their folders in `tmp/` are named after them.
 *
 * @param results The results folder.
 */
export async function listRunning(results: string): Promise<RunningAttempt[]> {
  const folder = join(results, STORE_FOLDER, "tmp");
  const entries = await Array.fromAsync(Deno.readDir(folder)).catch(() => []);
  const attempts: RunningAttempt[] = [];
  for (const { name, isDirectory } of entries) {
    const key = /-([0-9a-f]{64})-[0-9a-f]{8}$/.exec(name)?.[1];
    if (key === undefined || !isDirectory) continue;
    const { birthtime, mtime } = await Deno.stat(join(folder, name)).catch(() => ({
      birthtime: null,
      mtime: null,
    }));
    const startedAt = birthtime ?? mtime;
    const owner = findOwner(name);
    // A runner on another machine cannot be asked; what it has left goes after a day.
    const isOld = startedAt === null || Date.now() - startedAt.getTime() > DAY_MS;
    if (owner === "gone" || startedAt === null || (owner === "elsewhere" && isOld)) continue;
    attempts.push({ key, startedAt: startedAt.toISOString() });
  }
  return attempts.sort((left, right) => left.startedAt < right.startedAt ? -1 : 1);
}
