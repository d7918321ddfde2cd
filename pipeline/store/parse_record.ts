import type { StageRecord } from "./record.ts";
import { openSealedJson, SealError } from "./sealed_json.ts";

const SCHEMA = 3;
const DIGEST = /^[0-9a-f]{64}$/;

/** A record as its file holds it: the code that it came from is named by its digest, as many records share it. */
export type FiledRecord = Omit<StageRecord, "sources" | "packages"> & { readonly code: string };

/**
 * Reads the text of a record.
 *
 * @param text Text of a record file.
 * @param key The key that it must be of.
 * @returns The record, or null if another version of Assay wrote it.
 * @throws {SealError} If it is torn, changed, or the record of another key.
 */
export function parseRecord(text: string, key: string): FiledRecord | null {
  if (isOfOtherVersion(text)) return null;
  const record = openSealedJson(text) as FiledRecord;
  if (record.key !== key) throw new SealError(`it is of the key ${record.key}`);
  const artifacts = Object.values(record.outputs ?? {});
  const isSound = DIGEST.test(record.code) &&
    artifacts.every(({ digest, file }) => DIGEST.test(digest) && !/[/\\]/.test(file));
  if (!isSound) throw new SealError("it names what is no artifact of a store");
  return record;
}

/** Whether a text is a record of versions 1 or 2, which had no seal. */
export function isOfOtherVersion(text: string): boolean {
  const schema = /^\{\n "schema": (\d+),\n/.exec(text)?.[1];
  if (schema === undefined || Number(schema) === SCHEMA || text.includes('\n "seal": ')) {
    return false;
  }
  try {
    return JSON.parse(text).schema === Number(schema);
  } catch {
    return false;
  }
}
