import { join } from "node:path";
import type { FiledRecord } from "../store/parse_record.ts";
import { checkCodes } from "./check_codes.ts";
import { checkFiles } from "./check_files.ts";
import { checkObjects } from "./check_objects.ts";
import { type CheckedRecords, checkRecords } from "./check_records.ts";
import type { Finding } from "./finding.ts";
import { STORE_FOLDER, type StoreFile, surveyStore } from "./survey_store.ts";

/** Options of {@linkcode verifyStore}. */
export interface VerifyStoreOptions {
  /** Share of the artifacts whose bytes are read, 0 to 1; all else is checked in full. */
  readonly sample?: number;
  /** Draws the sample: numbers in [0, 1). */
  readonly random?: () => number;
}

/** What a store holds and what is wrong with it. */
export interface StoreVerification {
  readonly damage: readonly Finding[];
  /** What is no damage and worth a line. */
  readonly notes: readonly string[];
  /** Records that can be read, by key. */
  readonly records: ReadonlyMap<string, FiledRecord>;
  readonly counts: {
    readonly records: number;
    readonly codes: number;
    readonly objects: number;
    readonly objectsRead: number;
  };
  readonly bytesRead: number;
}

/**
 * Reads a store and lists all that is wrong with it: every record, every code and every artifact, each against the name
 * that its contents give it. It changes nothing, goes on past what cannot be read, and needs no spec.
 *
 * @param results The results folder.
 * @param options How much to read.
 * @returns Damage in the order of paths.
 * @throws {Deno.errors.NotFound} If the folder holds no store.
 */
export async function verifyStore(
  results: string,
  options: VerifyStoreOptions = {},
): Promise<StoreVerification> {
  const { sample = 1, random = Math.random } = options;
  const root = join(results, STORE_FOLDER);
  await Deno.stat(root);
  const { files, unreadable } = surveyStore(results);
  const whole = files.filter(({ isSymlink, place }) => !isSymlink && place !== "unknown");
  const damage: Finding[] = unreadable.map(({ path, reason }) => {
    return { path, problem: "unreadable", detail: reason, keys: [] };
  });
  damage.push(...files.flatMap(refuseStranger));

  const read = (place: StoreFile["place"]) => whole.filter((file) => file.place === place);
  const checked = checkFiles(root, [
    ...read("failure"),
    ...read("conflict"),
    ...read("index"),
    ...read("fingerprints"),
  ]);
  const records = checkRecords(root, read("record"));
  const codes = checkCodes(root, read("code"), records.good);
  const objects = await checkObjects(root, read("object"), {
    records: records.good,
    sample,
    random,
  });
  damage.push(...checked.damage, ...codes.damage, ...records.damage, ...objects.damage);
  return {
    damage: damage.map((finding) => ({ ...finding, path: `${STORE_FOLDER}/${finding.path}` }))
      .sort((left, right) => left.path < right.path ? -1 : left.path > right.path ? 1 : 0),
    notes: [...noteLeftovers(files), ...noteOthers(records), ...objects.notes],
    records: records.good,
    counts: {
      records: read("record").length,
      codes: read("code").length,
      objects: read("object").length,
      objectsRead: objects.readCount,
    },
    bytesRead: checked.bytesRead + codes.bytesRead + records.bytesRead + objects.bytesRead,
  };
}

/** Damage that shows without reading: what does not belong into a store, whatever it holds. */
function refuseStranger({ path, place, name, isSymlink, linkCount }: StoreFile): Finding[] {
  const keys = place === "record" ? [name] : [];
  if (isSymlink) {
    const detail = "it leads elsewhere; a store holds none, as what it leads to can change";
    return [{ path, problem: "symbolic link", detail, keys }];
  }
  if (place === "unknown") {
    return [{ path, problem: "unknown file", detail: "nothing in a store is called so", keys }];
  }
  if (linkCount > 1 && (place === "object" || place === "record")) {
    const detail =
      `it has ${linkCount} names, and what is written to another one changes it; a copy is wanted`;
    return [{ path, problem: "hard link", detail, keys }];
  }
  return [];
}

function noteOthers({ otherCount }: CheckedRecords): string[] {
  return otherCount === 0 ? [] : [`${otherCount} records of another version of Assay, not used`];
}

function noteLeftovers(files: readonly StoreFile[]): string[] {
  const count = (place: StoreFile["place"]) => files.filter((file) => file.place === place).length;
  const [drafts, quarantined, conflicts] = [
    count("draft"),
    count("quarantined"),
    count("conflict"),
  ];
  return [
    ...(drafts === 0 ? [] : [`${drafts} drafts that a killed runner left; "gc" removes them`]),
    ...(conflicts === 0 ? [] : [`${conflicts} results that differ from the first of their key`]),
    ...(quarantined === 0 ? [] : [`${quarantined} files in quarantine, kept as evidence`]),
  ];
}
