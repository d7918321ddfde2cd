import { join } from "node:path";
import { digestFile } from "../../../pipeline/mod.ts";
import type { Finding } from "../../../pipeline/verify/mod.ts";
import { listViews } from "../list_views.ts";
import { PROVENANCE_FILE } from "../published.ts";

/** What the views of a results folder turned out to be. */
export interface CheckedViews {
  readonly damage: readonly Finding[];
  readonly notes: readonly string[];
  readonly count: number;
  readonly bytesRead: number;
}

/**
 * Checks the view folders against what they say of themselves: their files, and the records that they show.
 *
 * @param results The results folder.
 * @param records Keys of the records that are whole.
 */
export async function checkViews(
  results: string,
  records: { has(key: string): boolean },
): Promise<CheckedViews> {
  const { views, broken } = await listViews(results);
  const damage: Finding[] = broken.map(({ name, reason }) => {
    return { path: `${name}/${PROVENANCE_FILE}`, problem: "broken file", detail: reason, keys: [] };
  });
  const notes: string[] = [];
  let bytesRead = 0;
  for (const { name, keys, files } of views) {
    const gone = Object.entries(keys).filter(([_, key]) => key !== null && !records.has(key));
    if (gone.length > 0) {
      notes.push(
        `${name}/ shows ${gone.length} records that are not there, ${gone[0][0]} the first`,
      );
    }
    if (files === null) notes.push(`${name}/ does not tell its digests: it was not compared`);
    for (const [path, digest] of Object.entries(files ?? {})) {
      const place = `${name}/${path}`;
      try {
        const found = await digestFile(join(results, name, path));
        bytesRead += found.sizeBytes;
        if (found.digest === digest) continue;
        const detail = `its SHA-256 is ${found.digest}, ${digest} was published`;
        damage.push({ path: place, problem: "wrong digest", detail, keys: [] });
      } catch (error) {
        const isGone = error instanceof Deno.errors.NotFound;
        const problem = isGone ? "missing" : "unreadable";
        damage.push({
          path: place,
          problem,
          detail: isGone ? "it was published and is not there" : (error as Error).message,
          keys: [],
        });
      }
    }
  }
  return { damage, notes, count: views.length, bytesRead };
}
