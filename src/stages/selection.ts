import type { Evaluation } from "../report/report_data.ts";
import { readJson } from "./read_evaluations.ts";

/** `choice.json`: which snapshot was chosen, and by what. */
export type Selection = NonNullable<Evaluation["selection"]>;

/**
 * Reads `choice.json` where the experiment selects.
 *
 * @param path The input's path, `undefined` without selection.
 */
export async function readSelection(path: string | undefined): Promise<Selection | undefined> {
  return path === undefined ? undefined : await readJson<Selection>(path);
}
