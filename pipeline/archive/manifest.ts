import { z } from "zod";
import { ArchiveError } from "./archive_error.ts";
import { findPackPlace, isExperimentName } from "./pack_paths.ts";

/** Name of the manifest, in the archive's only folder; it comes first. */
export const MANIFEST_FILE = "manifest.json";
/** Name of its signature, which comes second if there is one. */
export const SIGNATURE_FILE = "manifest.json.minisig";
/** No manifest is larger. */
export const MOST_MANIFEST_BYTES = 1 << 26;

const FORMAT = "assay-pack";

const schema = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(1),
  experiment: z.string().refine(isExperimentName, "the name of a folder is wanted"),
  files: z.record(
    z.string(),
    z.strictObject({
      sha256: z.string().regex(/^[0-9a-f]{64}$/, "64 lower-case hex digits are wanted"),
      sizeBytes: z.int().nonnegative(),
    }),
  ),
});

/** What a pack holds. */
export type Manifest = z.infer<typeof schema>;

/** A pack's files before they are put in order. */
export type PackedFile = Manifest["files"][string];

/**
 * Writes a manifest: files sorted by path, so that the same files give the same text.
 *
 * @param experiment Name of the packed view.
 * @param files Digest and size by path.
 */
export function formatManifest(
  experiment: string,
  files: ReadonlyMap<string, PackedFile>,
): string {
  const paths = [...files.keys()].sort();
  const manifest: Manifest = {
    format: FORMAT,
    version: 1,
    experiment,
    files: Object.fromEntries(
      paths.map((path) => {
        const { sha256, sizeBytes } = files.get(path)!;
        return [path, { sha256, sizeBytes }];
      }),
    ),
  };
  return `${JSON.stringify(manifest, null, 1)}\n`;
}

/**
 * Reads a manifest and believes nothing of it: every path is one that packs have, none twice even where letter case does
 * not count, and the text is the one that {@linkcode formatManifest} gives.
 *
 * @param bytes The file.
 * @throws {ArchiveError} Saying what is wrong.
 */
export function parseManifest(bytes: Uint8Array): Manifest {
  let manifest: Manifest;
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    const parsed = schema.safeParse(JSON.parse(text));
    if (!parsed.success) {
      const { path, message } = parsed.error.issues[0];
      throw new SyntaxError(`"${path.map(String).join(".")}": ${message}`);
    }
    manifest = parsed.data;
  } catch (cause) {
    throw new ArchiveError(`its manifest cannot be read: ${(cause as Error).message}`, { cause });
  }
  const seen = new Set<string>();
  for (const path of Object.keys(manifest.files)) {
    if (findPackPlace(path, manifest.experiment) === null) {
      throw new ArchiveError(`its manifest names ${JSON.stringify(path)}, which no pack holds`);
    }
    if (seen.has(path.toLowerCase())) {
      throw new ArchiveError(`its manifest names "${path}" twice, on systems without letter case`);
    }
    seen.add(path.toLowerCase());
  }
  if (formatManifest(manifest.experiment, new Map(Object.entries(manifest.files))) !== text) {
    throw new ArchiveError("its manifest is not written as Assay writes it");
  }
  return manifest;
}

/** The only folder at the top of an archive. */
export function nameTopFolder(experiment: string): string {
  return `assay-${experiment}`;
}
