import { join } from "node:path";
import type { StageResult } from "../../pipeline/mod.ts";

/** A view folder: `<results>/<name>/`. */
export interface View {
  readonly results: string;
  readonly name: string;
}

/** File of the view that says which records it shows. */
export const PROVENANCE_FILE = "provenance.json";
/** The page. */
export const REPORT_FILE = "report.html";

/** Keys of the records that results stand for, by stage id. */
export function listKeys(results: readonly StageResult[]): Record<string, string | null> {
  return Object.fromEntries(results.map(({ id, record }) => [id, record?.key ?? null]));
}

/**
 * Whether a view folder already shows these results.
 *
 * @returns Path of its report, or null.
 */
export async function isPublished(
  view: View,
  results: readonly StageResult[],
): Promise<string | null> {
  const folder = join(view.results, view.name);
  const report = join(folder, REPORT_FILE);
  try {
    const { keys } = JSON.parse(await Deno.readTextFile(join(folder, PROVENANCE_FILE)));
    await Deno.stat(report);
    return JSON.stringify(keys) === JSON.stringify(listKeys(results)) ? report : null;
  } catch {
    return null;
  }
}
