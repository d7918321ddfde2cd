import type { FoundRecord, OpenResults } from "../open_results.ts";
import { UsageError } from "../usage_error.ts";

const MOST_LISTED = 10;

/** An artifact, and one of the stages that made it. */
export interface FoundArtifact {
  readonly digest: string;
  readonly sizeBytes: number;
  readonly name: string;
  readonly file: string;
  readonly record: FoundRecord;
}

/** What the beginning of a digest or of a key names. */
export type Named = { readonly artifact: FoundArtifact } | { readonly record: FoundRecord };

/**
 * Finds what the beginning of a digest or of a key names.
 *
 * @param results The results folder.
 * @param prefix Hex digits.
 * @throws {UsageError} If nothing is named so, or several things are, which are listed.
 */
export function findNamed(results: OpenResults, prefix: string): Named {
  const found = new Map<string, Named>();
  for (const record of results.records.values()) {
    if (record.key.startsWith(prefix)) found.set(record.key, { record });
    for (const artifact of listArtifacts(record)) {
      if (artifact.digest.startsWith(prefix)) found.set(artifact.digest, { artifact });
    }
  }
  const [named, ...others] = found.values();
  if (named === undefined) {
    throw new UsageError(
      `Cannot find "${prefix}" in "${results.folder}": no artifact and no key begins so. ` +
        `"deno task show STAGE_ID" lists those of a stage`,
    );
  }
  if (others.length === 0) return named;
  const lines = [...found].slice(0, MOST_LISTED).map(([name, thing]) =>
    "record" in thing
      ? `  ${name}  record of ${thing.record.id}`
      : `  ${name}  ${thing.artifact.file} of ${thing.artifact.record.id}`
  );
  throw new UsageError(
    [
      `Cannot tell which "${prefix}" is meant: ${found.size} begin so. More digits are wanted`,
      ...lines,
    ]
      .join("\n"),
  );
}

/** The artifacts of a record. */
export function listArtifacts(record: FoundRecord): FoundArtifact[] {
  return Object.entries(record.outputs).map(([name, output]) => ({ ...output, name, record }));
}
