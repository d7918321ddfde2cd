import { basename, dirname } from "node:path";
import { digestFile } from "../digest.ts";
import { syncFolder, writeDurably } from "./write_file_atomically.ts";

/** Artifacts are read, never written. */
const READ_ONLY = 0o444;

/**
 * Takes a finished file into the objects, under the name of its digest. Where the name is taken, what is there is hashed:
 * the same bytes stay, damaged ones are replaced.
 *
 * @param path The file; on the same file system, and gone afterwards.
 * @param target Where it goes; its last part is the file's SHA-256.
 */
export async function adoptFile(path: string, target: string): Promise<void> {
  await Deno.mkdir(dirname(target), { recursive: true });
  {
    using file = await Deno.open(path, { read: true, write: true });
    await file.sync();
  }
  await Deno.chmod(path, READ_ONLY);
  const there = await digestFile(target).catch(() => null);
  if (there?.digest === basename(target)) await Deno.remove(path);
  else await Deno.rename(path, target);
  await syncFolder(dirname(target));
}

/**
 * Creates a text file, unless there is one: the first writer wins.
 *
 * The text is written beside it, fsynced, and linked to its name, which fails where the name is taken. So the file is
 * whole or absent, whatever is killed when.
 *
 * @param path Where.
 * @param text What.
 * @returns Whether it was created.
 */
export async function createOnce(path: string, text: string): Promise<boolean> {
  const draft = `${path}.${crypto.randomUUID()}`;
  await writeDurably(draft, text);
  const isFirst = await linkOnce(draft, path);
  await syncFolder(dirname(path));
  return isFirst;
}

/** Gives a file a second name and drops the first; whether the second one was free. */
async function linkOnce(path: string, target: string): Promise<boolean> {
  try {
    await Deno.link(path, target);
    return true;
  } catch (error) {
    if (!(error instanceof Deno.errors.AlreadyExists)) throw error;
    return false;
  } finally {
    await Deno.remove(path).catch(() => {});
  }
}
