import { join } from "node:path";
import { DamageError, digestData, EnvironmentError } from "../../../pipeline/mod.ts";
import type { Side } from "../diff/read_side.ts";
import { type Provenance, readProvenance } from "../read_provenance.ts";
import { type ParsedSummary, parseSummary } from "../parse_summary.ts";

const SUMMARY_FILE = "summary.json";

/** What a view folder says of its experiment. */
export interface Published {
  readonly summary: ParsedSummary;
  readonly provenance: Provenance;
}

/**
 * Reads what an experiment found, and holds it against the digest that it was published with.
 *
 * @throws {EnvironmentError} If `summary.json` is not there.
 * @throws {DamageError} If it is not the file that was published.
 * @throws {SyntaxError} If another version of Assay wrote it in another form.
 */
export async function readPublished({ results, view }: Side): Promise<Published> {
  const folder = join(results, view.name);
  const provenance = await readProvenance(folder);
  const path = join(folder, SUMMARY_FILE);
  const bytes = await Deno.readFile(path).catch((cause) => {
    throw new EnvironmentError(
      `Cannot compare "${folder}": its ${SUMMARY_FILE} cannot be read: ${cause.message}. ` +
        `Delete the folder, and "${provenance.command}" writes it anew`,
      { cause },
    );
  });
  const wanted = provenance.files[SUMMARY_FILE];
  const found = digestData(bytes);
  if (wanted !== undefined && found !== wanted) {
    throw new DamageError(
      `Cannot compare "${folder}": its ${SUMMARY_FILE} is not the one that was published, its ` +
        `SHA-256 is ${found}, ${wanted} is wanted. Delete the folder, and ` +
        `"${provenance.command}" writes it anew`,
      view.name,
    );
  }
  return { summary: parseSummary(new TextDecoder().decode(bytes)), provenance };
}
