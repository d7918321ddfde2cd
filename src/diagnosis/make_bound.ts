import type { Statement } from "../statements/statement.ts";
import type { BoundName } from "./evidence.ts";

/** Makes the last clause of a piece of evidence. */
export function makeBound(
  says: BoundName,
  limit: number | { readonly percent: number },
): Statement<BoundName> {
  return { says, values: { limit } };
}
