import { join } from "node:path";
import { EnvironmentError } from "../environment_error.ts";
import type { FiledRecord } from "../store/parse_record.ts";
import { readRecords } from "../verify/read_records.ts";
import { STORE_FOLDER, type StoreFile, surveyStore } from "../verify/survey_store.ts";

const DAY_MS = 86_400_000;

/** What is to be kept. */
export interface KeepOptions {
  /** Keys of the records that specs and views need. */
  readonly roots: ReadonlySet<string>;
  /** Records, failures and evidence younger than this are kept too. */
  readonly keepDays: number;
  /** What changed within this time is left alone, as a runner may be about to name it. */
  readonly graceMs: number;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** What a collection would do. */
export interface GarbageChoice {
  /** Records first: an artifact never goes before what names it. */
  readonly garbage: readonly StoreFile[];
  readonly keptBytes: number;
}

/**
 * Chooses the files of a store that nothing needs: records that are no roots and are old, and then the codes and artifacts
 * that no remaining record names. A damaged record keeps whatever its text names.
 *
 * @param results The results folder.
 * @param options What to keep.
 * @throws {EnvironmentError} If a record or a folder cannot be read, as it may name what would be removed.
 */
export function chooseGarbage(results: string, options: KeepOptions): GarbageChoice {
  const { files, unreadable } = surveyStore(results);
  const root = join(results, STORE_FOLDER);
  if (unreadable.length > 0) throw refuse(join(root, unreadable[0].path), unreadable[0].reason);
  if (files.some(({ path, isSymlink }) => isSymlink && path === "records")) {
    throw refuse(join(root, "records"), "it is a symbolic link, which is not followed");
  }
  const records = readRecords(results);
  const named = new Set<string>();
  for (const { name, path, place, isSymlink } of files) {
    const record = records.get(name);
    if (place !== "record" || (record !== undefined && isGarbageRecord(record, options))) continue;
    if (record === undefined) {
      for (const digest of scrape(join(root, path), { isSymlink })) named.add(digest);
    } else {
      named.add(record.code);
      for (const { digest } of Object.values(record.outputs)) named.add(digest);
    }
  }
  const garbage = files.filter((file) => isGarbage(file, { records, named, options }))
    .sort((left, right) => Number(right.place === "record") - Number(left.place === "record"));
  const chosen = new Set(garbage);
  const kept = files.filter((file) => !chosen.has(file));
  return { garbage, keptBytes: kept.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0) };
}

function isGarbageRecord({ key, startedAt, elapsedMs }: FiledRecord, options: KeepOptions) {
  const endedAt = Date.parse(startedAt) + elapsedMs;
  return !options.roots.has(key) && options.now - endedAt > options.keepDays * DAY_MS;
}

function isGarbage(
  file: StoreFile,
  { records, named, options }: {
    readonly records: ReadonlyMap<string, FiledRecord>;
    readonly named: ReadonlySet<string>;
    readonly options: KeepOptions;
  },
): boolean {
  const { place, name, changedMs, isSymlink } = file;
  const age = options.now - changedMs;
  // What has no business here is for verify to tell.
  if (isSymlink || age < options.graceMs) return false;
  const isOld = age > options.keepDays * DAY_MS;
  if (place === "record") {
    const record = records.get(name);
    return record !== undefined && isGarbageRecord(record, options);
  }
  if (place === "object" || place === "code") return !named.has(name);
  if (place === "checkpoint" || place === "failure" || place === "log") {
    return isOld && !options.roots.has(name);
  }
  if (place === "quarantined" || place === "conflict") return isOld;
  return place === "draft";
}

/** All that looks like a digest in a record; nothing if it has vanished meanwhile. */
function scrape(path: string, { isSymlink }: { readonly isSymlink: boolean }): string[] {
  try {
    return Deno.readTextFileSync(path).match(/[0-9a-f]{64}/g) ?? [];
  } catch (error) {
    // A link may lead to a disk that is away.
    if (error instanceof Deno.errors.NotFound && !isSymlink) return [];
    throw refuse(path, (error as Error).message);
  }
}

function refuse(path: string, reason: string): EnvironmentError {
  return new EnvironmentError(
    `Cannot tell what is needed: "${path}" cannot be read, and nothing is removed. ` +
      `"deno task verify" lists all damage. ${reason}`,
  );
}
