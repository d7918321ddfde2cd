import { join } from "node:path";
import { type FiledRecord, isOfOtherVersion } from "../store/parse_record.ts";
import type { Finding } from "./finding.ts";
import { inspectRecord, RecordError } from "./inspect_record.ts";
import type { StoreFile } from "./survey_store.ts";

/** What the records of a store turned out to be. */
export interface CheckedRecords {
  /** Those that are whole and under their key, by key. */
  readonly good: ReadonlyMap<string, FiledRecord>;
  readonly damage: readonly Finding[];
  /** How many another version of Assay wrote, which this one does not use. */
  readonly otherCount: number;
  readonly bytesRead: number;
}

/**
 * Checks records: each is whole, and makes the key that its file is called by.
 *
 * @param root The store.
 * @param files The records' files.
 */
export function checkRecords(root: string, files: readonly StoreFile[]): CheckedRecords {
  const good = new Map<string, FiledRecord>();
  const damage: Finding[] = [];
  let bytesRead = 0, otherCount = 0;
  for (const { path, name } of files) {
    try {
      const bytes = Deno.readFileSync(join(root, path));
      bytesRead += bytes.length;
      const text = decode(bytes);
      if (isOfOtherVersion(text)) {
        otherCount++;
        continue;
      }
      const record = inspectRecord(text);
      if (record.key === name) good.set(name, record);
      else {
        const detail = `it is the record of ${record.key} (${record.id}), its name is wanted`;
        damage.push({ path, problem: "misplaced record", detail, keys: [name] });
      }
    } catch (error) {
      const problem = error instanceof RecordError ? "broken record" : "unreadable";
      damage.push({ path, problem, detail: (error as Error).message, keys: [name] });
    }
  }
  return { good, damage, otherCount, bytesRead };
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new RecordError("it is not UTF-8", { cause });
  }
}
