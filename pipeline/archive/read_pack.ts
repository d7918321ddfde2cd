import { createHash } from "node:crypto";
import { ArchiveError } from "./archive_error.ts";
import {
  type Manifest,
  MANIFEST_FILE,
  MOST_MANIFEST_BYTES,
  nameTopFolder,
  parseManifest,
  SIGNATURE_FILE,
} from "./manifest.ts";
import { type ArchiveMember, readArchive } from "./read_archive.ts";

const MOST_SIGNATURE_BYTES = 4096;

/** The beginning of a pack. */
export interface PackHead {
  readonly manifest: Manifest;
  readonly manifestBytes: Uint8Array;
  /** Text of the signature; null if there is none. */
  readonly signature: string | null;
}

/** What a reader of packs does with them. */
export interface PackVisitor {
  /** Sees the manifest before any file; throws to refuse the pack. */
  onHead(head: PackHead): Promise<void> | void;
  /** Takes a file's bytes, one file after another; the digest is compared once all were taken. */
  onBytes(path: string, bytes: Uint8Array): Promise<void> | void;
  /** A file is over; `isWhole` says whether it has the digest and size that the manifest tells. */
  onEnd(path: string, isWhole: boolean): Promise<void> | void;
}

/**
 * Reads a pack in one pass: its manifest first, then exactly the files that the manifest names, in its order.
 *
 * @param path The archive.
 * @param visitor What is done with its parts.
 * @throws {ArchiveError} If it is damaged, or holds anything that the manifest does not name.
 */
export async function readPack(path: string, visitor: PackVisitor): Promise<void> {
  const members = readArchive(path);
  try {
    const first = await next(members);
    const top = /^(assay-[^/]+)\/manifest\.json$/.exec(first?.name ?? "")?.[1];
    if (first === null || top === undefined) {
      const found = first === null ? "nothing" : JSON.stringify(first.name);
      throw new ArchiveError(
        `it begins with ${found}; assay-<experiment>/${MANIFEST_FILE} is wanted`,
      );
    }
    const manifestBytes = await readSmall(first, MOST_MANIFEST_BYTES);
    const manifest = parseManifest(manifestBytes);
    if (top !== nameTopFolder(manifest.experiment)) {
      throw new ArchiveError(`its folder is "${top}", and its experiment "${manifest.experiment}"`);
    }
    let member = await next(members);
    let signature: string | null = null;
    if (member?.name === `${top}/${SIGNATURE_FILE}`) {
      signature = new TextDecoder().decode(await readSmall(member, MOST_SIGNATURE_BYTES));
      member = await next(members);
    }
    await visitor.onHead({ manifest, manifestBytes, signature });
    for (const [file, { sha256, sizeBytes }] of Object.entries(manifest.files)) {
      if (member === null) throw new ArchiveError(`it lacks "${file}", which its manifest names`);
      if (member.name !== `${top}/${file}`) {
        throw new ArchiveError(
          `its member ${JSON.stringify(member.name)} stands where its manifest has "${file}"`,
        );
      }
      if (member.sizeBytes !== sizeBytes) {
        throw new ArchiveError(
          `its member "${file}" has ${member.sizeBytes} bytes, its manifest says ${sizeBytes}`,
        );
      }
      const hash = createHash("sha256");
      for await (const bytes of member.read()) {
        hash.update(bytes);
        await visitor.onBytes(file, bytes);
      }
      await visitor.onEnd(file, hash.digest("hex") === sha256);
      member = await next(members);
    }
    if (member !== null) {
      throw new ArchiveError(`its manifest does not name ${JSON.stringify(member.name)}`);
    }
  } finally {
    await members.return(undefined);
  }
}

async function next(members: AsyncGenerator<ArchiveMember>): Promise<ArchiveMember | null> {
  const { done, value } = await members.next();
  return done ? null : value;
}

async function readSmall(member: ArchiveMember, most: number): Promise<Uint8Array> {
  if (member.sizeBytes > most) {
    throw new ArchiveError(
      `its member "${member.name}" has ${member.sizeBytes} bytes, ${most} at most are wanted`,
    );
  }
  const bytes = new Uint8Array(member.sizeBytes);
  let at = 0;
  for await (const piece of member.read()) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
