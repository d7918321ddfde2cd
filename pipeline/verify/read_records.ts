import { join } from "node:path";
import type { FiledRecord } from "../store/parse_record.ts";
import { checkRecords } from "./check_records.ts";
import { STORE_FOLDER, surveyStore } from "./survey_store.ts";

/**
 * Reads all records of a store, for verbs that look and change nothing.
 *
 * @param results The results folder.
 * @returns Those that are whole, by key; damaged ones are left out, which `verify` lists.
 */
export function readRecords(results: string): ReadonlyMap<string, FiledRecord> {
  const files = surveyStore(results).files.filter(({ place, isSymlink }) => {
    return place === "record" && !isSymlink;
  });
  return checkRecords(join(results, STORE_FOLDER), files).good;
}
