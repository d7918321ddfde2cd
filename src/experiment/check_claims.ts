import { checkClaimForm, isThresholdForm } from "./check_claim_form.ts";
import { checkMetric } from "./check_metric.ts";
import { checkVariantName } from "./check_variant_name.ts";
import { isObject } from "./json.ts";
import type { MetricSpace } from "./metric_space.ts";
import type { Path, Problem } from "./problem.ts";

/** What claims may speak of. */
export interface CheckClaimsOptions {
  readonly variants: readonly string[];
  /** What the data are; absent where that is not known, and then every metric suits. */
  readonly space?: MetricSpace;
}

/** Checks that claims are of one form each, and name known variants and metrics that suit the data. */
export function checkClaims(
  claims: readonly unknown[],
  options: CheckClaimsOptions,
  at: Path = ["claims"],
): Problem[] {
  const seen = new Set<string>();
  return claims.flatMap((claim, index) => {
    const path: Path = [...at, index];
    if (!isObject(claim)) return [];
    const ofForm = checkClaimForm(claim, path);
    const problems = [
      ...checkMetric(claim.metric, [...path, "metric"], {
        space: options.space,
        directed: !isThresholdForm(claim),
      }),
      ...["better", "than", "variant"].flatMap((key) =>
        checkVariantName(claim[key], [...path, key], options.variants)
      ),
      ...ofForm,
    ];
    if (ofForm.length > 0) return problems;
    const identity = identify(claim);
    if (seen.has(identity)) {
      problems.push({
        path,
        wanted: "different from the claims before it",
        found: "it repeats one",
      });
    }
    seen.add(identity);
    return problems;
  });
}

function identify(claim: Readonly<Record<string, unknown>>): string {
  const { metric, better, than, test = "welch" } = claim;
  const { variant, atLeast, atMost, on = "mean" } = claim;
  const parts = isThresholdForm(claim)
    ? [metric, variant, atLeast, atMost, on]
    : [metric, better, than, test];
  return JSON.stringify(parts.map(String));
}
