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

  /** Begins to watch files, by their absolute paths. Of a file in a folder that is missing, the folder is watched for. */
  static async open(paths: ReadonlySet<string>): Promise<SourceWatch> {
    const files = new Set([...paths].map(findWatchable));
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

/** The path itself, or the first folder on the way to it that is not there, as only what is in a folder can be watched. */
function findWatchable(path: string): string {
  const folder = dirname(path);
  return folder === path || isThere(folder) ? path : findWatchable(folder);
}

function isThere(path: string): boolean {
  try {
    Deno.statSync(path);
    return true;
  } catch {
    return false;
  }
}

/** What a file holds; of a folder, whether it is there. */
async function digest(path: string): Promise<string | null> {
  return await digestFile(path).then(({ digest }) => digest, () => isThere(path) ? "folder" : null);
}
