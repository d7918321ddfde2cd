import { join } from "node:path";
import { findPlace, type Place } from "./store_places.ts";

/** Where results folders keep their store. */
export const STORE_FOLDER = ".store";

/** A file of a store, not read yet. */
export interface StoreFile {
  /** Path in the store, with `/`. */
  readonly path: string;
  readonly place: Place | "unknown";
  /** The digest, key or name that the path holds. */
  readonly name: string;
  readonly sizeBytes: number;
  /** When its bytes, its name or its permissions were last changed, in milliseconds since 1970. */
  readonly changedMs: number;
  /** How many names the file has; 1 unless something outside holds it too. */
  readonly linkCount: number;
  readonly isSymlink: boolean;
}

/** All files of a store, and the folders that could not be listed. */
export interface Survey {
  readonly files: readonly StoreFile[];
  readonly unreadable: readonly { readonly path: string; readonly reason: string }[];
}

/**
 * Lists the files of a store by path, without reading them and without following a link. What lies in `tmp/` belongs to
 * runners at work and is left out.
 *
 * @param results The results folder.
 * @returns Files sorted by path. Those that vanish meanwhile are left out.
 */
export function surveyStore(results: string): Survey {
  const root = join(results, STORE_FOLDER);
  const files: StoreFile[] = [];
  const unreadable: { path: string; reason: string }[] = [];
  const waiting = [""];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    try {
      for (const entry of Deno.readDirSync(join(root, folder))) {
        const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
        if (path === "tmp" && entry.isDirectory) continue;
        if (entry.isDirectory) waiting.push(path);
        else look(path);
      }
    } catch (error) {
      if (error instanceof Deno.errors.NotFound && folder !== "") continue;
      unreadable.push({ path: folder, reason: (error as Error).message });
    }
  }
  files.sort((left, right) => left.path < right.path ? -1 : 1);
  return { files, unreadable };

  function look(path: string): void {
    try {
      const { size, mtime, ctime, nlink, isSymlink, isFile } = Deno.lstatSync(join(root, path));
      const found = isFile || isSymlink ? findPlace(path) : null;
      files.push({
        path,
        place: found?.place ?? "unknown",
        name: found?.name ?? path,
        sizeBytes: size,
        changedMs: Math.max(mtime?.getTime() ?? 0, ctime?.getTime() ?? 0),
        linkCount: nlink ?? 1,
        isSymlink,
      });
    } catch (error) {
      if (error instanceof Deno.errors.NotFound) return;
      unreadable.push({ path, reason: (error as Error).message });
    }
  }
}
