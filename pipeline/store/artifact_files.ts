import { dirname, join } from "node:path";
import { digestFile } from "../digest.ts";
import type { DurableFiles } from "./durable_files.ts";
import type { FileSystem } from "./file_system.ts";
import type { StageRecord } from "./record.ts";

/** The artifacts of a store: `objects/<2 hex>/<sha256>`. */
export class ArtifactFiles {
  readonly #fs: FileSystem;
  readonly #files: DurableFiles;
  readonly #folder: string;

  /** @param root Folder of the store. */
  constructor(fs: FileSystem, files: DurableFiles, root: string) {
    this.#fs = fs;
    this.#files = files;
    this.#folder = join(root, "objects");
  }

  /** The file of an artifact. */
  locate(digest: string): string {
    return join(this.#folder, digest.slice(0, 2), digest);
  }

  /** Name of the first artifact of a record that is gone or of another size; null if all are there. */
  findMissing({ outputs }: StageRecord): string | null {
    const missing = Object.entries(outputs).find(([_, { digest, sizeBytes }]) => {
      const found = this.#fs.find(this.locate(digest));
      return found === null || !found.isFile || found.sizeBytes !== sizeBytes;
    });
    return missing?.[0] ?? null;
  }

  /** Takes a finished file in. */
  async adopt(path: string, digest: string): Promise<void> {
    await this.#files.adopt(path, this.locate(digest));
  }

  /**
   * Hashes an artifact.
   *
   * @param digest Its name.
   * @param copyTo Gets the bytes that were hashed.
   * @returns What is wrong with it, or null.
   */
  async inspect(digest: string, copyTo?: string): Promise<string | null> {
    const path = this.locate(digest);
    const entry = this.#fs.find(path);
    if (entry === null) return "it is gone";
    if (!entry.isFile) return "it is a symbolic link or a folder";
    const found = await this.#digest(path, copyTo);
    if (found !== digest) return found === null ? "it cannot be read" : `its SHA-256 is ${found}`;
    // Whoever has another name of the file can change what was verified.
    if (entry.linkCount > 1) await this.#detach(path);
    return null;
  }

  /** Moves a damaged artifact out of the way. */
  async quarantine(digest: string): Promise<void> {
    const path = this.locate(digest);
    if (this.#fs.find(path) !== null) await this.#files.quarantine(path);
  }

  /** The digest of a file; null if the device cannot read it. */
  async #digest(path: string, copyTo?: string): Promise<string | null> {
    const options = { fileSystem: this.#fs, ...(copyTo === undefined ? {} : { copyTo }) };
    try {
      return (await digestFile(path, options)).digest;
    } catch (error) {
      // A copy that cannot be written says nothing about the artifact.
      if (copyTo !== undefined && await this.#digest(path) !== null) throw error;
      if (copyTo === undefined && (error as { code?: string }).code !== "EIO") throw error;
      return null;
    }
  }

  /** Puts a copy in the place of a file that has other names. */
  async #detach(path: string): Promise<void> {
    const copyTo = await this.#files.openTemporary("copy");
    await digestFile(path, { copyTo, fileSystem: this.#fs });
    await this.#fs.sync(copyTo);
    await this.#fs.protect(copyTo);
    await this.#fs.rename(copyTo, path);
    await this.#fs.sync(dirname(path));
  }
}
