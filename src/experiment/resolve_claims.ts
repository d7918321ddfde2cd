import type { Claim, ThresholdClaim } from "./experiment.ts";
import type { ClaimSpec, ThresholdClaimSpec } from "./spec.ts";

/** Fills in what claims leave out. */
export function resolveClaims(claims: readonly ClaimSpec[] = []): Claim[] {
  return claims.map((claim) =>
    "variant" in claim ? resolveThreshold(claim) : { ...claim, test: claim.test ?? "welch" }
  );
}

function resolveThreshold(claim: ThresholdClaimSpec): ThresholdClaim {
  const { metric, variant, atLeast, atMost, on = "mean" } = claim;
  return atLeast === undefined
    ? { metric, variant, side: "at most", bound: atMost!, on }
    : { metric, variant, side: "at least", bound: atLeast, on };
}
