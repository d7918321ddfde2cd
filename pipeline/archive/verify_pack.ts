import { join } from "node:path";
import { digestFile } from "../digest.ts";
import type { Finding } from "../verify/finding.ts";
import { ArchiveError } from "./archive_error.ts";
import { MANIFEST_FILE, MOST_MANIFEST_BYTES, parseManifest, SIGNATURE_FILE } from "./manifest.ts";
import { type PackHead, readPack } from "./read_pack.ts";

/** What a pack, or what was taken out of one by hand, turned out to be. */
export interface PackVerification {
  readonly experiment: string;
  readonly damage: readonly Finding[];
  readonly fileCount: number;
  readonly bytesRead: number;
}

/** Options of {@linkcode verifyPack}. */
export interface VerifyPackOptions {
  /** Sees the manifest and its signature first; throws to refuse them. */
  readonly onHead: (head: PackHead) => Promise<void>;
}

/**
 * Compares a pack with its manifest: an archive, or a folder that an archive was unpacked to by other means. Changed,
 * removed, added and renamed files are found.
 *
 * @param path The archive or the folder.
 * @param options Checks the signature.
 * @throws {ArchiveError} If it is no pack, or an archive whose structure is damaged.
 */
export async function verifyPack(
  path: string,
  { onHead }: VerifyPackOptions,
): Promise<PackVerification> {
  if ((await Deno.stat(path)).isDirectory) return await verifyFolder(path, onHead);
  const damage: Finding[] = [];
  let experiment = "";
  let [fileCount, bytesRead] = [0, 0];
  await readPack(path, {
    onHead: async (head) => {
      experiment = head.manifest.experiment;
      await onHead(head);
    },
    onBytes: (_, bytes) => void (bytesRead += bytes.length),
    onEnd: (file, isWhole) => {
      fileCount++;
      const detail = "its SHA-256 is not that of the manifest";
      if (!isWhole) damage.push({ path: file, problem: "wrong digest", detail, keys: [] });
    },
  });
  return { experiment, damage, fileCount, bytesRead };
}

async function verifyFolder(
  folder: string,
  onHead: (head: PackHead) => Promise<void>,
): Promise<PackVerification> {
  const manifestBytes = await readManifest(folder);
  const manifest = parseManifest(manifestBytes);
  const signature = await Deno.readTextFile(join(folder, SIGNATURE_FILE)).catch(() => null);
  await onHead({ manifest, manifestBytes, signature });
  const there = new Map((await listEntries(folder)).map((entry) => [entry.path, entry.isFile]));
  const damage: Finding[] = [];
  let bytesRead = 0;
  for (const [path, { sha256 }] of Object.entries(manifest.files)) {
    const isFile = there.get(path);
    there.delete(path);
    if (isFile !== true) {
      const detail = isFile === undefined ? "it is not there" : "it is no regular file";
      damage.push({ path, problem: "missing", detail, keys: [] });
      continue;
    }
    try {
      const { digest, sizeBytes } = await digestFile(join(folder, path));
      bytesRead += sizeBytes;
      const detail = `its SHA-256 is ${digest}, ${sha256} is wanted`;
      if (digest !== sha256) damage.push({ path, problem: "wrong digest", detail, keys: [] });
    } catch (error) {
      damage.push({ path, problem: "unreadable", detail: (error as Error).message, keys: [] });
    }
  }
  for (const path of there.keys()) {
    if (path === MANIFEST_FILE || path === SIGNATURE_FILE) continue;
    damage.push({
      path,
      problem: "unknown file",
      detail: "the manifest does not name it",
      keys: [],
    });
  }
  const fileCount = Object.keys(manifest.files).length;
  return { experiment: manifest.experiment, damage, fileCount, bytesRead };
}

async function readManifest(folder: string): Promise<Uint8Array> {
  const path = join(folder, MANIFEST_FILE);
  const { size } = await Deno.stat(path).catch((cause) => {
    throw new ArchiveError(`it holds no ${MANIFEST_FILE}, as packs do`, { cause });
  });
  if (size > MOST_MANIFEST_BYTES) throw new ArchiveError(`its manifest has ${size} bytes`);
  return await Deno.readFile(path);
}

/** All that is under a folder but folders, with links not followed. */
async function listEntries(root: string, under = ""): Promise<{ path: string; isFile: boolean }[]> {
  const found: { path: string; isFile: boolean }[] = [];
  for await (const { name, isDirectory, isFile } of Deno.readDir(join(root, under))) {
    const path = under === "" ? name : `${under}/${name}`;
    if (isDirectory) found.push(...await listEntries(root, path));
    else found.push({ path, isFile });
  }
  return found;
}
