import { dirname, join } from "node:path";
import type { ExperimentSummary } from "../summary.ts";

/**
 * Reads the summary of a published experiment.
 *
 * @param report Path of its report; `summary.json` lies beside it.
 * @returns Null where it was deleted or damaged, which `verify` tells.
 */
export async function readSummary(report: string): Promise<ExperimentSummary | null> {
  try {
    return JSON.parse(await Deno.readTextFile(join(dirname(report), "summary.json")));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound || error instanceof SyntaxError) return null;
    throw error;
  }
}
