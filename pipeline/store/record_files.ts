import { join } from "node:path";
import { CodeShelf } from "./code_shelf.ts";
import { createOnce } from "./commit.ts";
import { readText } from "./read_text.ts";
import type { StageRecord } from "./record.ts";
import { syncFolder, writeFileAtomically } from "./write_file_atomically.ts";

/** A record as its file holds it. */
type FiledRecord = Omit<StageRecord, "sources" | "packages"> & {
  /** Digest of the code that it came from. */
  readonly code: string;
};

/** The records of a store: `records/<key>.json`, and `codes/<sha256>.json` for what they share. */
export class RecordFiles {
  readonly #folder: string;
  readonly #codes: CodeShelf;

  /** @param root Folder of the store. */
  constructor(root: string) {
    this.#folder = join(root, "records");
    this.#codes = new CodeShelf(join(root, "codes"));
  }

  /** Reads the record of a key; null if there is none, its code is gone, or another version of Assay wrote it. */
  read(key: string): StageRecord | null {
    const text = readText(this.locate(key));
    if (text === null) return null;
    const { code: digest, ...rest }: FiledRecord = JSON.parse(text);
    const code = rest.schema === 2 ? this.#codes.get(digest) : null;
    return code === null ? null : { ...rest, ...code };
  }

  /**
   * Creates a record, unless there is one: the first writer wins.
   *
   * @returns Whether it was created.
   */
  async create(record: StageRecord): Promise<boolean> {
    return await createOnce(this.locate(record.key), await this.#format(record));
  }

  /** Puts a record in the place of one whose artifacts are gone. */
  async replace(record: StageRecord): Promise<void> {
    await writeFileAtomically(this.locate(record.key), await this.#format(record));
    await syncFolder(this.#folder);
  }

  /** The file of a key's record. */
  locate(key: string): string {
    return join(this.#folder, `${key}.json`);
  }

  async #format({ sources, packages, ...rest }: StageRecord): Promise<string> {
    const filed: FiledRecord = { ...rest, code: await this.#codes.put({ sources, packages }) };
    return `${JSON.stringify(filed, null, 1)}\n`;
  }
}
