import type { FiledRecord } from "../store/parse_record.ts";
import { type CheckedFiles, checkFiles } from "./check_files.ts";
import type { Finding } from "./finding.ts";
import type { StoreFile } from "./survey_store.ts";

/**
 * Checks the codes that records came from: those that records name are there, and each has the SHA-256 that it is called by.
 *
 * @param root The store.
 * @param files The codes' files.
 * @param records The records that are whole, by key.
 */
export function checkCodes(
  root: string,
  files: readonly StoreFile[],
  records: ReadonlyMap<string, FiledRecord>,
): CheckedFiles {
  const keysOf = Map.groupBy(records.keys(), (key) => records.get(key)!.code);
  const checked = checkFiles(root, files);
  const there = new Set(files.map(({ name }) => name));
  const missing = [...keysOf].filter(([code]) => !there.has(code)).map(([code, keys]): Finding => {
    const detail = `the code of ${records.get(keys[0])!.id} is not there`;
    return { path: `codes/${code}.json`, problem: "missing", detail, keys };
  });
  const damage = checked.damage.map((finding) => {
    const code = finding.path.slice("codes/".length, -".json".length);
    return { ...finding, keys: keysOf.get(code) ?? [] };
  });
  return { ...checked, damage: [...damage, ...missing] };
}
