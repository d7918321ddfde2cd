import { join } from "node:path";
import { EnvironmentError, type StageRecord } from "../../pipeline/mod.ts";
import {
  readRecords,
  STORE_FOLDER,
  type StoreFile,
  surveyStore,
} from "../../pipeline/verify/mod.ts";
import { openSealedJson } from "../../pipeline/store/sealed_json.ts";
import type { FailureRecord } from "../../pipeline/mod.ts";
import { findResults } from "./places.ts";

/** A record as the store files it: its code is named by a digest. */
export type FoundRecord = Omit<StageRecord, "sources" | "packages"> & { readonly code: string };

/** A results folder that a verb looks into and does not change. */
export interface OpenResults {
  readonly folder: string;
  readonly files: readonly StoreFile[];
  /** By key. */
  readonly records: ReadonlyMap<string, FoundRecord>;
  /** Keys of last records, by experiment and stage id. */
  readonly indexes: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly failures: readonly FailureRecord[];
}

/**
 * Reads what a results folder says of itself: records, indexes and failures. Damaged files are left out.
 *
 * @param typed The folder as typed.
 * @throws {EnvironmentError} If it holds no store.
 */
export async function openResults(typed: string | undefined): Promise<OpenResults> {
  const folder = findResults(typed);
  await Deno.stat(join(folder, STORE_FOLDER)).catch((cause) => {
    throw new EnvironmentError(
      `Cannot look into "${folder}": it holds no ${STORE_FOLDER}/. Run an experiment first, or name its folder with --results`,
      { cause },
    );
  });
  const { files } = surveyStore(folder);
  const read = (place: StoreFile["place"]) =>
    files.filter((file) => file.place === place && !file.isSymlink).flatMap(({ path, name }) => {
      try {
        const text = Deno.readTextFileSync(join(folder, STORE_FOLDER, path));
        return [[name, openSealedJson(text)] as const];
      } catch {
        return [];
      }
    });
  return {
    folder,
    files,
    records: readRecords(folder),
    indexes: Object.fromEntries(
      read("index").map((
        [name, index],
      ) => [name, (index as { keys: Record<string, string> }).keys]),
    ),
    failures: read("failure").map(([_, failure]) => failure as FailureRecord),
  };
}
