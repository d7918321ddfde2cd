import { join } from "node:path";
import { DamageError, digestData, EnvironmentError } from "../../../pipeline/mod.ts";
import { parseMetricName } from "../../metrics/metric_name.ts";
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
 * @throws {EnvironmentError} If `summary.json` is not there, or another version of Assay wrote it in another form.
 * @throws {DamageError} If it is not the file that was published.
 */
export async function readPublished({ results, view }: Side): Promise<Published> {
  const folder = join(results, view.name);
  const refuse = (cause: Error): never => {
    throw new EnvironmentError(
      `Cannot compare "${folder}": ${cause.message}; results of this version of Assay are wanted`,
      { cause },
    );
  };
  const provenance = await readProvenance(folder).catch(refuse);
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
  try {
    const summary = parseSummary(new TextDecoder().decode(bytes));
    for (const { metrics } of Object.values(summary.variants)) {
      for (const name of Object.keys(metrics)) parseMetricName(name);
    }
    return { summary, provenance };
  } catch (error) {
    return refuse(error as Error);
  }
}
