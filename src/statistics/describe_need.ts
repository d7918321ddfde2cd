import type { Need } from "./claim_result.ts";

const ASSUMPTION = "if difference and spread stay as seen";

/** What would decide a claim, in a sentence for programs that show only English, and as data. */
export interface DescribedNeed {
  /** A sentence. */
  readonly toDecide: string;
  /** The same as a message and its values. */
  readonly need: Need;
}

/**
 * Describes what would decide a claim.
 *
 * @param kind At least, or about, or more than so many seeds; or nothing that can be counted.
 * @param count The number of seeds.
 * @param hasSides Whether seeds stand on two sides, each of which needs them.
 */
export function describeNeed(
  kind: "least" | "more" | "beyond" | "no_difference",
  count: number,
  hasSides: boolean,
): DescribedNeed {
  const seeds = (count === 1 ? "seed" : "seeds") + (hasSides ? " a side" : "");
  if (kind === "no_difference") {
    const toDecide = "The difference seen is 0, so that nothing says how many seeds would decide.";
    return { toDecide, need: { says: "need.no_difference" } };
  }
  const toDecide = {
    least: `At least ${count} ${seeds}.`,
    more: `About ${count} more ${seeds} would decide with a power of 80 %, ${ASSUMPTION}.`,
    beyond: `More than ${count} more ${seeds} would be needed for a power of 80 %, ${ASSUMPTION}.`,
  }[kind];
  const says = hasSides ? `need.${kind}_a_side` as const : `need.${kind}` as const;
  return { toDecide, need: { says, values: { count } } };
}
