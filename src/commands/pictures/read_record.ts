import { join } from "node:path";
import { type FiledRecord, parseRecord } from "../../../pipeline/store/parse_record.ts";
import { STORE_FOLDER } from "../../../pipeline/verify/mod.ts";

/**
 * Reads one record of a results folder.
 *
 * @param results The results folder.
 * @param key Its key; null for a stage that has none.
 * @returns The record, or null where it is gone, damaged, or of another version of Assay.
 */
export async function readRecord(
  results: string,
  key: string | null | undefined,
): Promise<FiledRecord | null> {
  if (!/^[0-9a-f]{64}$/.test(key ?? "")) return null;
  try {
    const path = join(results, STORE_FOLDER, "records", `${key}.json`);
    return parseRecord(await Deno.readTextFile(path), key!);
  } catch {
    return null;
  }
}
