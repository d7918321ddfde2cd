import { isThreshold } from "../../statistics/claim.ts";
import type { ClaimResult } from "../report_data.ts";
import type { ClaimDescription } from "./claim_description.ts";
import { describeComparison } from "./describe_comparison.ts";
import { describeEverySeed } from "./describe_every_seed.ts";
import { describeMeanBound } from "./describe_mean_bound.ts";

/** Describes a judged claim of any form. */
export function describeClaim(claim: ClaimResult): ClaimDescription {
  if (!isThreshold(claim)) return describeComparison(claim);
  return claim.on === "mean" ? describeMeanBound(claim) : describeEverySeed(claim);
}
