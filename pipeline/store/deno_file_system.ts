import type { FileEntry, FileLock, FileSystem } from "./file_system.ts";

/** Artifacts and records are read, never written. */
const READ_ONLY = 0o444;
/** What systems say whose file systems have no locks. */
const NO_LOCKS: readonly unknown[] = ["ENOTSUP", "EOPNOTSUPP", "ENOLCK", "ENOSYS"];

/** The file system of this machine. */
export const DENO_FILE_SYSTEM: FileSystem = {
  readText: (path) => orNull(() => Deno.readTextFileSync(path)),
  find: (path) => orNull(() => describeEntry(Deno.lstatSync(path))),
  list: async (folder) => {
    const names: string[] = [];
    try {
      for await (const { name } of Deno.readDir(folder)) names.push(name);
    } catch (error) {
      if (!(error instanceof Deno.errors.NotFound)) throw error;
    }
    return names.sort();
  },
  open: (path, mode) =>
    Deno.open(path, mode === "read" ? { read: true } : { write: true, createNew: true }),
  sync,
  makeFolder: (path) => Deno.mkdir(path, { recursive: true }),
  protect: (path) => Deno.chmod(path, READ_ONLY),
  link: (path, target) => Deno.link(path, target),
  rename: (path, target) => Deno.rename(path, target),
  remove: (path) => Deno.remove(path, { recursive: true }),
  tryLock,
};

function orNull<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  }
}

function describeEntry({ isFile, size, nlink, mtime }: Deno.FileInfo): FileEntry {
  return { isFile, sizeBytes: size, linkCount: nlink ?? 1, modifiedAt: mtime?.getTime() ?? 0 };
}

/** Systems that cannot open folders pass. */
async function sync(path: string): Promise<void> {
  try {
    using file = await Deno.open(path);
    await file.sync();
  } catch (error) {
    if (Deno.build.os !== "windows") throw error;
  }
}

async function tryLock(path: string): Promise<FileLock | null> {
  for (;;) {
    const file = await Deno.open(path, { create: true, write: true });
    try {
      if (!await lock(file)) {
        file.close();
        return null;
      }
      // The last holder may have removed the file between opening and locking.
      if (await isAt(file, path)) return { release: () => release(file, path) };
    } catch (error) {
      file.close();
      throw error;
    }
    file.close();
  }
}

async function lock(file: Deno.FsFile): Promise<boolean> {
  try {
    return await file.tryLock(true);
  } catch (error) {
    const hasNone = error instanceof Deno.errors.NotSupported ||
      NO_LOCKS.includes((error as { code?: string }).code);
    if (hasNone) return true;
    throw error;
  }
}

async function isAt(file: Deno.FsFile, path: string): Promise<boolean> {
  const found = await Deno.stat(path).catch(() => null);
  return found !== null && found.ino === (await file.stat()).ino;
}

/** Removed while it is held, so that nobody can lock a file that is about to go. */
function release(file: Deno.FsFile, path: string): void {
  try {
    Deno.removeSync(path);
  } catch {
    // A lock file that stays is in nobody's way.
  }
  file.close();
}
