import { join } from "node:path";
import { digestData } from "../digest.ts";
import type { DurableFiles } from "./durable_files.ts";
import type { FileSystem } from "./file_system.ts";
import { readSealed } from "./read_sealed.ts";
import type { StageRecord } from "./record.ts";
import { SealError } from "./sealed_json.ts";

/** What records say of the code that they came from: the same for many, and nine tenths of their bytes. */
export type RecordedCode = Pick<StageRecord, "sources" | "packages">;

/** Keeps each code that records came from once, as `<folder>/<sha256>.json`. */
export class CodeShelf {
  readonly #fs: FileSystem;
  readonly #files: DurableFiles;
  readonly #folder: string;
  readonly #onDamage: (path: string, reason: string) => void;
  /** What was read or written before, and is shared by all records in memory. */
  readonly #known = new Map<string, RecordedCode>();

  /** @param options Its folder, and who hears of a damaged file. */
  constructor(
    fs: FileSystem,
    files: DurableFiles,
    options: {
      readonly folder: string;
      readonly onDamage: (path: string, reason: string) => void;
    },
  ) {
    this.#fs = fs;
    this.#files = files;
    this.#folder = options.folder;
    this.#onDamage = options.onDamage;
  }

  /**
   * Keeps a code, durably, before a record names it.
   *
   * @param code Files by digest, and packages.
   * @returns Its digest.
   */
  async put({ sources, packages }: RecordedCode): Promise<string> {
    const text = `${JSON.stringify({ sources, packages }, null, 1)}\n`;
    const digest = digestData(text);
    if (this.get(digest) === null) await this.#files.write(this.#locate(digest), text);
    return digest;
  }

  /**
   * Reads a code.
   *
   * @param digest What `put` gave.
   * @returns It, or null if it is gone or damaged.
   */
  get(digest: string): RecordedCode | null {
    const known = this.#known.get(digest);
    if (known !== undefined) return known;
    const code = readSealed(this.#fs, this.#locate(digest), {
      parse: (text): RecordedCode => {
        if (digestData(text) !== digest) throw new SealError("its SHA-256 is not its name");
        return JSON.parse(text);
      },
      onDamage: this.#onDamage,
    });
    if (code !== null) this.#known.set(digest, code);
    return code;
  }

  #locate(digest: string): string {
    return join(this.#folder, `${digest}.json`);
  }
}
