import {
  ArchiveError,
  formatManifest,
  formatTarHeader,
  nameTopFolder,
  type PackMember,
  parseManifest,
} from "../../../pipeline/archive/mod.ts";
import { UsageError } from "../usage_error.ts";

/**
 * Holds the files of a pack against the rules by which `unpack` and `verify` read packs, before anything is written.
 *
 * @param experiment Name of the packed view.
 * @param members The files.
 * @throws {UsageError} Naming the first that they would refuse.
 */
export function checkMembers(experiment: string, members: readonly PackMember[]): void {
  try {
    const files = members.map(({ name, digest, sizeBytes }) => {
      return [name, { sha256: digest, sizeBytes }] as const;
    });
    parseManifest(new TextEncoder().encode(formatManifest(experiment, new Map(files))));
    for (const { name, sizeBytes } of members) {
      formatTarHeader({ name: `${nameTopFolder(experiment)}/${name}`, sizeBytes });
    }
  } catch (cause) {
    if (!(cause instanceof ArchiveError || cause instanceof RangeError)) throw cause;
    throw new UsageError(
      `Cannot pack "${experiment}" so that it can be unpacked, and nothing was written: ${cause.message}`,
      { cause },
    );
  }
}
