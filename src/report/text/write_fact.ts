import type { Fact } from "../report_data.ts";
import { writeStatement } from "./write_statement.ts";

/** Writes a fact of provenance in English, for files that programs read. */
export function writeFact({ label, value }: Fact): {
  readonly label: string;
  readonly value: string;
} {
  return {
    label: writeStatement({ says: label }),
    value: typeof value === "string" ? value : value.map(writeStatement).join("; "),
  };
}
