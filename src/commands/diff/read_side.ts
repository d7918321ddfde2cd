import { basename, dirname, join } from "node:path";
import { EnvironmentError, type StageRecord } from "../../../pipeline/mod.ts";
import { readRecords, STORE_FOLDER } from "../../../pipeline/verify/mod.ts";
import { type ListedView, listViews } from "../list_views.ts";
import type { FoundRecord } from "../open_results.ts";
import { resolveTyped } from "../places.ts";

/** A published experiment with its records. */
export interface Side {
  readonly results: string;
  readonly view: ListedView;
  readonly records: ReadonlyMap<string, FoundRecord>;
  /** Files and packages of a code by its digest; empty if it is gone. */
  readCode(digest: string): Pick<StageRecord, "sources" | "packages">;
}

/**
 * Opens one side of a comparison.
 *
 * @param typed A results folder, or a view folder in one.
 * @returns Its views; one if a view folder was named.
 * @throws {EnvironmentError} If there is no published experiment.
 */
export async function readSides(typed: string): Promise<Side[]> {
  const path = resolveTyped(typed);
  const own = (await listViews(dirname(path))).views.filter(({ name }) => name === basename(path));
  const [results, views] = own.length > 0
    ? [dirname(path), own]
    : [path, (await listViews(path)).views];
  if (views.length === 0) {
    throw new EnvironmentError(
      `Cannot compare "${path}": it holds no published experiment. A results folder is wanted, or ` +
        `the folder of one experiment in it`,
    );
  }
  const records = readRecords(results);
  const readCode = (digest: string) => {
    try {
      const file = join(results, STORE_FOLDER, "codes", `${digest}.json`);
      return JSON.parse(Deno.readTextFileSync(file));
    } catch {
      return { sources: {}, packages: [] };
    }
  };
  return views.map((view) => ({ results, view, records, readCode }));
}
