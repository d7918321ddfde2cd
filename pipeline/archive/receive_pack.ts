import { join } from "node:path";
import { availableBytes } from "./available_bytes.ts";
import { ArchiveError } from "./archive_error.ts";
import { type PackHead, readPack } from "./read_pack.ts";

const GIGABYTE = 2 ** 30;
/** Real artifacts pack to a third; a gzip stream can claim a thousandfold. */
const MOST_RATIO = 100;

/** A pack's files, out of the archive and not yet believed. */
export interface ReceivedPack extends PackHead {
  /** Where each file lies, by its path in the pack. */
  readonly files: ReadonlyMap<string, string>;
}

/** Options of {@linkcode receivePack}. */
export interface ReceivePackOptions {
  /** An empty folder; nothing is written elsewhere. */
  readonly quarantine: string;
  /** The most that may be written; a gibibyte and a hundred times the archive unless given. */
  readonly limitBytes?: number;
  /** Sees the manifest before anything is written; throws to refuse it. */
  readonly onHead?: (head: PackHead) => Promise<void>;
}

/**
 * Takes the files out of a pack. They are written under numbers and not under their names, to an empty folder, no more bytes
 * than the manifest tells, and each is compared with its digest.
 *
 * @param path The archive.
 * @param options Where to, and how much at most.
 * @throws {ArchiveError} If the pack is refused; what was written lies in the quarantine.
 */
export async function receivePack(
  path: string,
  { quarantine, limitBytes, onHead }: ReceivePackOptions,
): Promise<ReceivedPack> {
  const files = new Map<string, string>();
  let head: PackHead | undefined;
  let file: Deno.FsFile | undefined;
  const open = async (name: string) => {
    const place = join(quarantine, String(files.size));
    files.set(name, place);
    file = await Deno.open(place, { write: true, createNew: true });
  };
  try {
    await readPack(path, {
      onHead: async (found) => {
        head = found;
        await onHead?.(found);
        await checkSize(found, { path, quarantine, limitBytes });
      },
      onBytes: async (name, bytes) => {
        if (!files.has(name)) await open(name);
        for (let at = 0; at < bytes.length;) at += await file!.write(bytes.subarray(at));
      },
      onEnd: async (name, isWhole) => {
        if (!isWhole) throw new ArchiveError(`its member "${name}" is damaged`);
        if (!files.has(name)) await open(name);
        file!.close();
        file = undefined;
      },
    });
  } finally {
    file?.close();
  }
  return { ...head!, files };
}

async function checkSize(
  { manifest }: PackHead,
  { path, quarantine, limitBytes }: {
    readonly path: string;
    readonly quarantine: string;
    readonly limitBytes: number | undefined;
  },
): Promise<void> {
  const total = Object.values(manifest.files).reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  const { size } = await Deno.stat(path);
  const limit = limitBytes ?? GIGABYTE + MOST_RATIO * size;
  if (total > limit) {
    throw new ArchiveError(
      `it unpacks to ${total} bytes, ${limit} at most are taken. --limit raises that`,
    );
  }
  const available = await availableBytes(quarantine);
  if (total > available) {
    throw new ArchiveError(`it unpacks to ${total} bytes, and the disk has room for ${available}`);
  }
}
