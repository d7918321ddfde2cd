/** An archive that is refused: damaged, or not one that Assay packs. */
export class ArchiveError extends Error {
  override readonly name = "ArchiveError";
}
