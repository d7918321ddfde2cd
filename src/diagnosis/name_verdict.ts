import type { Statement } from "../statements/statement.ts";
import type { Verdict } from "./verdicts.ts";

/** Name of the message for a verdict, such as `diagnosis.partial_collapse`. */
export type VerdictName = `diagnosis.${Exclude<Verdict, "partial collapse"> | "partial_collapse"}`;

/** Makes a verdict part of a statement. */
export function nameVerdict(verdict: Verdict): Statement<VerdictName> {
  return { says: `diagnosis.${verdict === "partial collapse" ? "partial_collapse" : verdict}` };
}
