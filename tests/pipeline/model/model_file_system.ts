import { dirname } from "node:path";
import type {
  FileEntry,
  FileLock,
  FileSystem,
  OpenFile,
} from "../../../pipeline/store/file_system.ts";

/** A file's bytes, as processes see them, and as the device has them. */
interface ModelFile {
  bytes: Uint8Array;
  /** Null if nothing of it was ever synced. */
  durable: Uint8Array | null;
  isProtected: boolean;
}

type ModelNode = ModelFile | "folder";

/** What a power cut leaves of names that no folder was synced for, and of bytes that no file was. */
export interface CutOptions {
  /** Chooses, of each name that is not on the device as processes see it, whether it stays as they do. */
  readonly keepsName: (path: string) => boolean;
  readonly bytes: "kept" | "dropped" | "truncated" | "zeroed";
}

/** A file system in memory that knows what is on the device: what was written, named or removed is not until it is synced. */
export class ModelFileSystem implements FileSystem {
  readonly #nodes = new Map<string, ModelNode>([["/", "folder"]]);
  readonly #durable = new Map<string, ModelNode>([["/", "folder"]]);
  readonly #locks = new Set<string>();

  /** What is left after a power cut now. */
  cut({ keepsName, bytes }: CutOptions): ModelFileSystem {
    const left = new ModelFileSystem();
    const copies = new Map<ModelFile, ModelFile>();
    const paths = [...new Set([...this.#durable.keys(), ...this.#nodes.keys()])].sort();
    for (const path of paths) {
      const [before, now] = [this.#durable.get(path), this.#nodes.get(path)];
      const node = before === now || keepsName(path) ? now : before;
      if (node === undefined || left.#nodes.get(dirname(path)) !== "folder") continue;
      const kept = node === "folder" ? node : copies.get(node) ?? cutFile(node, bytes);
      if (node !== "folder" && kept !== "folder") copies.set(node, kept);
      left.#nodes.set(path, kept);
      left.#durable.set(path, kept);
    }
    return left;
  }

  /** Writes a file as a stage does: nothing is synced. */
  writeText(path: string, text: string): void {
    const bytes = new TextEncoder().encode(text);
    this.#nodes.set(path, { bytes, durable: null, isProtected: false });
  }

  /** Paths of all files. */
  listFiles(): string[] {
    return [...this.#nodes].flatMap(([path, node]) => node === "folder" ? [] : [path]).sort();
  }

  readText(path: string): string | null {
    const node = this.#nodes.get(path);
    return node === undefined ? null : new TextDecoder().decode(this.#file(path).bytes);
  }

  find(path: string): FileEntry | null {
    const node = this.#nodes.get(path);
    if (node === undefined) return null;
    if (node === "folder") return { isFile: false, sizeBytes: 0, linkCount: 2, modifiedAt: 0 };
    const linkCount = [...this.#nodes.values()].filter((other) => other === node).length;
    return { isFile: true, sizeBytes: node.bytes.length, linkCount, modifiedAt: 0 };
  }

  list(folder: string): Promise<string[]> {
    const names = [...this.#nodes.keys()].filter((path) =>
      path !== "/" && dirname(path) === folder
    );
    return Promise.resolve(names.map((path) => path.slice(folder.length + 1)).sort());
  }

  open(path: string, mode: "read" | "create"): Promise<OpenFile> {
    return Promise.try(() => {
      if (mode === "create") {
        this.#refuseTaken(path);
        this.#refuseOrphan(path);
        this.#nodes.set(path, { bytes: new Uint8Array(), durable: null, isProtected: false });
      }
      return openModel(this.#file(path));
    });
  }

  sync(path: string): Promise<void> {
    return Promise.try(() => {
      const node = this.#find(path);
      if (node !== "folder") {
        node.durable = node.bytes;
        return;
      }
      const isChild = (other: string) => other !== "/" && dirname(other) === path;
      for (const name of [...this.#durable.keys()].filter(isChild)) this.#durable.delete(name);
      for (const [name, child] of this.#nodes) if (isChild(name)) this.#durable.set(name, child);
    });
  }

  makeFolder(path: string): Promise<void> {
    return Promise.try(() => {
      for (let at = path; !this.#nodes.has(at); at = dirname(at)) this.#nodes.set(at, "folder");
    });
  }

  protect(path: string): Promise<void> {
    return Promise.try(() => {
      this.#file(path).isProtected = true;
    });
  }

  link(path: string, target: string): Promise<void> {
    return Promise.try(() => {
      this.#refuseTaken(target);
      this.#refuseOrphan(target);
      this.#nodes.set(target, this.#file(path));
    });
  }

  rename(path: string, target: string): Promise<void> {
    return Promise.try(() => {
      this.#refuseOrphan(target);
      const file = this.#file(path);
      this.#nodes.delete(path);
      this.#nodes.set(target, file);
    });
  }

  remove(path: string): Promise<void> {
    return Promise.try(() => {
      this.#find(path);
      for (const name of this.#nodes.keys()) {
        if (name === path || name.startsWith(`${path}/`)) this.#nodes.delete(name);
      }
    });
  }

  tryLock(path: string): Promise<FileLock | null> {
    return Promise.try(() => {
      this.#refuseOrphan(path);
      if (this.#locks.has(path)) return null;
      this.#locks.add(path);
      this.#nodes.set(path, { bytes: new Uint8Array(), durable: null, isProtected: false });
      return {
        release: () => {
          this.#nodes.delete(path);
          this.#locks.delete(path);
        },
      };
    });
  }

  #find(path: string): ModelNode {
    const node = this.#nodes.get(path);
    if (node === undefined) throw makeError(Deno.errors.NotFound, "ENOENT", path);
    return node;
  }

  #file(path: string): ModelFile {
    const node = this.#find(path);
    if (node === "folder") throw makeError(Error, "EISDIR", path);
    return node;
  }

  #refuseTaken(path: string): void {
    if (this.#nodes.has(path)) throw makeError(Deno.errors.AlreadyExists, "EEXIST", path);
  }

  #refuseOrphan(path: string): void {
    if (this.#nodes.get(dirname(path)) !== "folder") {
      throw makeError(Deno.errors.NotFound, "ENOENT", path);
    }
  }
}

function makeError(Kind: new (message: string) => Error, code: string, path: string): Error {
  return Object.assign(new Kind(`${code}: ${path}`), { code });
}

function openModel(file: ModelFile): OpenFile {
  let at = 0;
  return {
    read: (chunk) => {
      const bytes = file.bytes.subarray(at, at + chunk.length);
      chunk.set(bytes);
      at += bytes.length;
      return Promise.resolve(bytes.length === 0 ? null : bytes.length);
    },
    // Half of it, as a system may.
    write: (bytes) => {
      const count = Math.ceil(bytes.length / 2);
      const joined = new Uint8Array(file.bytes.length + count);
      joined.set(file.bytes);
      joined.set(bytes.subarray(0, count), file.bytes.length);
      file.bytes = joined;
      return Promise.resolve(count);
    },
    sync: () => {
      file.durable = file.bytes;
      return Promise.resolve();
    },
    [Symbol.dispose]: () => {},
  };
}

function cutFile(file: ModelFile, how: CutOptions["bytes"]): ModelFile {
  const { bytes, durable, isProtected } = file;
  const isSynced = durable !== null && durable.length === bytes.length;
  const left = isSynced || how === "kept"
    ? bytes
    : how === "dropped"
    ? durable ?? new Uint8Array()
    : how === "truncated"
    ? bytes.slice(0, bytes.length / 2)
    : new Uint8Array(bytes.length);
  return { bytes: left, durable: left, isProtected };
}
