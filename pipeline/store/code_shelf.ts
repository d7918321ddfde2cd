import { dirname, join } from "node:path";
import { digestData } from "../digest.ts";
import type { StageRecord } from "./record.ts";
import { readText } from "./read_text.ts";
import { syncFolder, writeFileAtomically } from "./write_file_atomically.ts";

/** What records say of the code that they came from: the same for many, and nine tenths of their bytes. */
export type RecordedCode = Pick<StageRecord, "sources" | "packages">;

/** Keeps each code that records came from once, as `<folder>/<sha256>.json`. */
export class CodeShelf {
  readonly #folder: string;
  /** What was read or written before, and is shared by all records in memory. */
  readonly #known = new Map<string, RecordedCode>();

  constructor(folder: string) {
    this.#folder = folder;
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
    if (this.get(digest) === null) {
      const path = this.#locate(digest);
      await writeFileAtomically(path, text);
      await syncFolder(dirname(path));
    }
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
    const text = readText(this.#locate(digest));
    if (text === null || digestData(text) !== digest) return null;
    const code: RecordedCode = JSON.parse(text);
    this.#known.set(digest, code);
    return code;
  }

  #locate(digest: string): string {
    return join(this.#folder, `${digest}.json`);
  }
}
