import { digestData } from "../digest.ts";
import { formatManifest, MANIFEST_FILE, nameTopFolder, SIGNATURE_FILE } from "./manifest.ts";
import { type PackMember, writeArchive } from "./write_archive.ts";

/** Options of {@linkcode packFiles}. */
export interface PackFilesOptions {
  /** Name of the packed view. */
  readonly experiment: string;
  /** Signs the manifest: gives the text of a detached signature. */
  readonly sign?: (manifest: Uint8Array) => Promise<string>;
}

/**
 * Packs files: their manifest first, its signature if there is one, then the files in the manifest's order.
 *
 * @param path Where the archive goes.
 * @param members Files under their paths in the pack.
 * @param options Name and signer.
 * @returns Size of the archive.
 * @throws {ArchiveError} If a file is damaged.
 */
export async function packFiles(
  path: string,
  members: readonly PackMember[],
  { experiment, sign }: PackFilesOptions,
): Promise<number> {
  const entries = members.map(({ name, digest, sizeBytes }) => {
    return [name, { sha256: digest, sizeBytes }] as const;
  });
  const manifest = new TextEncoder().encode(formatManifest(experiment, new Map(entries)));
  const head = [describe(MANIFEST_FILE, manifest)];
  if (sign !== undefined) {
    head.push(describe(SIGNATURE_FILE, new TextEncoder().encode(await sign(manifest))));
  }
  const sorted = members.toSorted((left, right) => left.name < right.name ? -1 : 1);
  const top = nameTopFolder(experiment);
  return await writeArchive(
    path,
    [...head, ...sorted].map((member) => ({ ...member, name: `${top}/${member.name}` })),
  );
}

function describe(name: string, source: Uint8Array<ArrayBuffer>): PackMember {
  return { name, source, digest: digestData(source), sizeBytes: source.length };
}
