import { basename, dirname, join } from "node:path";
import type { Finding } from "./finding.ts";
import { STORE_FOLDER } from "./survey_store.ts";

/**
 * Takes what is damaged out of use: files go to `quarantine/`, and so do the records that cannot be trusted any more, so
 * that the next run computes them again. A file with a foreign name becomes a copy of its own, if its bytes are good.
 *
 * @param results The results folder.
 * @param damage What {@linkcode verifyStore} found.
 * @returns Keys of the records that are to be computed again.
 */
export async function quarantineDamage(
  results: string,
  damage: readonly Finding[],
): Promise<Set<string>> {
  const lost = new Set<string>();
  const spoilt = new Set(
    damage.filter(({ problem }) => problem !== "hard link").map((d) => d.path),
  );
  for (const { path, problem, keys } of damage) {
    if (problem === "hard link") {
      if (!spoilt.has(path)) await copyApart(join(results, path));
      continue;
    }
    if (problem !== "missing") await quarantine(results, path);
    for (const key of keys) {
      lost.add(key);
      await quarantine(results, `${STORE_FOLDER}/records/${key}.json`);
    }
  }
  return lost;
}

async function quarantine(results: string, path: string): Promise<void> {
  const name = `${basename(path)}.${crypto.randomUUID().slice(0, 8)}`;
  const target = join(results, STORE_FOLDER, "quarantine", name);
  await Deno.mkdir(dirname(target), { recursive: true });
  try {
    await Deno.rename(join(results, path), target);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
}

/** Gives a name a file of its own with the same bytes. */
async function copyApart(path: string): Promise<void> {
  const { mode } = await Deno.stat(path);
  const draft = `${path}.${crypto.randomUUID()}`;
  await Deno.copyFile(path, draft);
  if (mode !== null) await Deno.chmod(draft, mode & 0o777);
  await Deno.rename(draft, path);
}
