import { join } from "node:path";
import { CodeShelf } from "./code_shelf.ts";
import type { DurableFiles } from "./durable_files.ts";
import type { FileSystem } from "./file_system.ts";
import { type FiledRecord, parseRecord } from "./parse_record.ts";
import { readSealed } from "./read_sealed.ts";
import type { StageRecord } from "./record.ts";
import { sealJson } from "./sealed_json.ts";

/** The records of a store: `records/<key>.json`, and `codes/<sha256>.json` for what they share. */
export class RecordFiles {
  readonly #fs: FileSystem;
  readonly #files: DurableFiles;
  readonly #folder: string;
  readonly #codes: CodeShelf;
  readonly #onDamage: (path: string, reason: string) => void;

  /**
   * @param root Folder of the store.
   * @param onDamage Hears of a file that is damaged, which counts as gone, and why.
   */
  constructor(
    fs: FileSystem,
    files: DurableFiles,
    { root, onDamage }: {
      readonly root: string;
      readonly onDamage: (path: string, reason: string) => void;
    },
  ) {
    this.#fs = fs;
    this.#files = files;
    this.#folder = join(root, "records");
    this.#onDamage = onDamage;
    this.#codes = new CodeShelf(fs, files, { folder: join(root, "codes"), onDamage });
  }

  /** Reads the record of a key; null if there is none, it or its code is damaged, or another version of Assay wrote it. */
  read(key: string): StageRecord | null {
    const filed = readSealed(this.#fs, this.locate(key), {
      parse: (text) => parseRecord(text, key),
      onDamage: this.#onDamage,
    });
    const code = filed === null ? null : this.#codes.get(filed.code);
    if (filed === null || code === null) return null;
    const { code: _, ...rest } = filed;
    return { ...rest, ...code };
  }

  /**
   * Creates a record, unless there is one: the first writer wins.
   *
   * @returns Whether it was created.
   */
  async create(record: StageRecord): Promise<boolean> {
    return await this.#files.create(this.locate(record.key), await this.format(record));
  }

  /** Puts a record in the place of one whose artifacts are gone. */
  async replace(record: StageRecord): Promise<void> {
    await this.#files.write(this.locate(record.key), await this.format(record));
  }

  /** Moves the record of a key out of the way, as its artifacts are damaged. */
  async quarantine(key: string): Promise<void> {
    const path = this.locate(key);
    if (this.#fs.find(path) !== null) await this.#files.quarantine(path);
  }

  /** The file of a key's record. */
  locate(key: string): string {
    return join(this.#folder, `${key}.json`);
  }

  /** The text of a record, whose code is then on the shelf. */
  async format({ sources, packages, ...rest }: StageRecord): Promise<string> {
    const filed: FiledRecord = { ...rest, code: await this.#codes.put({ sources, packages }) };
    return sealJson(filed);
  }
}
