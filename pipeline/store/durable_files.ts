import { basename, dirname, join } from "node:path";
import { digestFile } from "../digest.ts";
import type { FileSystem } from "./file_system.ts";
import { nameOwner } from "./owner.ts";

/**
 * Writes files of a store so that a kill, a full disk or a power cut leaves each as it was or whole. Drafts are written in
 * `tmp/`, fsynced, and get their names only then; folders are fsynced after that.
 */
export class DurableFiles {
  readonly #fs: FileSystem;
  readonly #root: string;

  /** @param root Folder of the store. */
  constructor(fs: FileSystem, root: string) {
    this.#fs = fs;
    this.#root = root;
  }

  /** A name in `tmp/` that nobody else has; it tells whose it is. */
  async openTemporary(purpose: string): Promise<string> {
    const folder = join(this.#root, "tmp");
    await this.makeFolder(folder);
    return join(folder, `${nameOwner()}-${purpose}-${crypto.randomUUID().slice(0, 8)}`);
  }

  /** Makes a folder of the store, whose own entry the device then has. */
  async makeFolder(path: string): Promise<void> {
    if (this.#fs.find(path) !== null) return;
    const parent = dirname(path);
    if (path !== this.#root) await this.makeFolder(parent);
    await this.#fs.makeFolder(path);
    await this.#fs.sync(parent);
  }

  /** Writes a text file; one that is there is replaced. */
  async write(path: string, text: string): Promise<void> {
    await this.#withDraft(path, text, (draft) => this.#fs.rename(draft, path));
  }

  /**
   * Writes a text file unless there is one: the first writer wins.
   *
   * @returns Whether it was written.
   */
  async create(path: string, text: string): Promise<boolean> {
    return await this.#withDraft(path, text, (draft) => this.#linkOnce(draft, path));
  }

  /**
   * Takes a finished file in, under the name of its digest. Where the name is taken, what is there is hashed: the same
   * bytes stay, others are moved out of the way.
   *
   * @param path The file; on the same file system, and gone afterwards.
   * @param target Where it goes; its last part is the file's SHA-256.
   */
  async adopt(path: string, target: string): Promise<void> {
    const fs = this.#fs;
    await this.makeFolder(dirname(target));
    await fs.sync(path);
    await fs.protect(path);
    const there = fs.find(target);
    const isWhole = there !== null && there.isFile && there.linkCount === 1 &&
      (await digestFile(target, { fileSystem: fs })).digest === basename(target);
    if (there !== null && !isWhole) await this.quarantine(target);
    // Even over the same bytes: a collection that was about to remove those sees another file.
    await fs.rename(path, target);
    await fs.sync(dirname(target));
  }

  /** Moves a file out of the way, to `quarantine/`, for people to look at. */
  async quarantine(path: string): Promise<void> {
    const folder = join(this.#root, "quarantine");
    await this.makeFolder(folder);
    const name = join(folder, basename(path));
    const isTaken = this.#fs.find(name) !== null;
    const target = isTaken ? `${name}.${crypto.randomUUID().slice(0, 8)}` : name;
    await this.#fs.rename(path, target).catch((error) => {
      // Another runner has found it too.
      if (!(error instanceof Deno.errors.NotFound)) throw error;
    });
  }

  async #withDraft<T>(
    path: string,
    text: string,
    name: (draft: string) => Promise<T>,
  ): Promise<T> {
    await this.makeFolder(dirname(path));
    const draft = await this.openTemporary("draft");
    try {
      await this.#writeDraft(draft, text);
      const value = await name(draft);
      await this.#fs.sync(dirname(path));
      return value;
    } finally {
      if (this.#fs.find(draft) !== null) await this.#fs.remove(draft).catch(() => {});
    }
  }

  async #writeDraft(draft: string, text: string): Promise<void> {
    using file = await this.#fs.open(draft, "create");
    const bytes = new TextEncoder().encode(text);
    for (let at = 0; at < bytes.length;) at += await file.write(bytes.subarray(at));
    await file.sync();
  }

  /** Gives a draft its name, if that is free. */
  async #linkOnce(draft: string, path: string): Promise<boolean> {
    try {
      await this.#fs.link(draft, path);
      return true;
    } catch (error) {
      // A network file system may do as it was told, lose the answer, and refuse the second try.
      if (this.#fs.find(draft)?.linkCount === 2) return true;
      if (error instanceof Deno.errors.AlreadyExists) return false;
      if (this.#fs.find(path) !== null) return false;
      // Some have no second names.
      await this.#fs.rename(draft, path);
      return true;
    }
  }
}
