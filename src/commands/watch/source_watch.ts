import { dirname } from "node:path";
import { digestFile } from "../../../pipeline/mod.ts";

/** Editors write a file in several steps. */
const SETTLE_MS = 120;

/** Watches files for other contents. A file that is saved as it was has not changed. */
export class SourceWatch {
  readonly #watcher: Deno.FsWatcher;
  readonly #files: ReadonlySet<string>;
  readonly #digests = new Map<string, string | null>();
  readonly #touched = new Set<string>();
  #touchCount = 0;
  #isClosed = false;
  #wake = () => {};

  private constructor(files: ReadonlySet<string>) {
    this.#files = files;
    // Folders, as many editors put a new file in the place of the old one.
    const folders = [...new Set([...files].map((file) => dirname(file)))];
    this.#watcher = Deno.watchFs(folders, { recursive: false });
  }

  /** Begins to watch files, by their absolute paths. */
  static async open(files: ReadonlySet<string>): Promise<SourceWatch> {
    const watch = new SourceWatch(files);
    for (const file of files) watch.#digests.set(file, await digest(file));
    void watch.#collect();
    return watch;
  }

  /** Waits until files hold something else than before, and gives their paths; none if the watch was closed. */
  async waitForChange(): Promise<string[]> {
    for (;;) {
      while (this.#touched.size === 0 && !this.#isClosed) {
        await new Promise<void>((resolve) => this.#wake = resolve);
      }
      if (this.#isClosed) return [];
      for (let seen = -1; seen !== this.#touchCount;) {
        seen = this.#touchCount;
        await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
      }
      const changed: string[] = [];
      const touched = [...this.#touched];
      this.#touched.clear();
      for (const file of touched) {
        const found = await digest(file);
        if (found !== this.#digests.get(file)) changed.push(file);
        this.#digests.set(file, found);
      }
      if (changed.length > 0) return changed.sort();
    }
  }

  /** Watches no longer. */
  close(): void {
    if (!this.#isClosed) this.#watcher.close();
    this.#isClosed = true;
    this.#wake();
  }

  async #collect(): Promise<void> {
    for await (const { kind, paths } of this.#watcher) {
      if (kind === "access") continue;
      const own = paths.filter((path) => this.#files.has(path));
      if (own.length === 0) continue;
      for (const path of own) this.#touched.add(path);
      this.#touchCount++;
      this.#wake();
    }
  }
}

async function digest(file: string): Promise<string | null> {
  return await digestFile(file).then(({ digest }) => digest, () => null);
}
