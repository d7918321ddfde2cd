/**
 * Results that travel: packs of what one experiment needs.
 *
 * @module
 */
export { ArchiveError } from "./archive_error.ts";
export { gatherPack } from "./gather_pack.ts";
export {
  formatManifest,
  type Manifest,
  MANIFEST_FILE,
  nameTopFolder,
  parseManifest,
  SIGNATURE_FILE,
} from "./manifest.ts";
export { type Merge } from "./merge_pack.ts";
export { packFiles } from "./pack_files.ts";
export { findPackPlace } from "./pack_paths.ts";
export { type PackHead } from "./read_pack.ts";
export { formatTarHeader } from "./tar_header.ts";
export { unpack } from "./unpack.ts";
export { type PackVerification, verifyPack } from "./verify_pack.ts";
export type { PackMember } from "./write_archive.ts";
