import { type Claim, isThreshold } from "./claim.ts";
import type { ClaimDraft } from "./claim_draft.ts";
import type { ClaimResult } from "./claim_result.ts";
import { correctHolm } from "./holm.ts";
import { draftComparison } from "./judge_comparison.ts";
import { judgeEverySeed } from "./judge_every_seed.ts";
import { draftMeanBound } from "./judge_mean_bound.ts";
import { collectValues, type RunMetrics } from "./summarize_variants.ts";

/**
 * Judges all claims of an experiment together.
 *
 * Comparisons and bounds on means are tested, and Holm's correction keeps the chance of even one
 * false verdict among them below 5 %: each is decided by an interval that is wider than 95 % as far
 * as the others call for it. Claims with fewer than 3 seeds are not tested and cost the others
 * nothing; nor do bounds on every seed, which state a fact about these seeds.
 *
 * @param claims Claims under full metric names, as registered before the runs.
 * @param runs The runs.
 * @param directionOf The better direction of a metric.
 * @param seeds The experiment's seeds, which a claim on every seed asks for. Default: those of the runs.
 * @returns The claims with verdicts, in order.
 * @throws {RangeError} If a value is not finite.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { judgeClaims } from "./judge_claims.ts";
 *
 * const claim = { metric: "modes", variant: "a", side: "at least", bound: 8, on: "every seed" };
 * const runs = [1, 2, 3].map((seed) => ({ variant: "a", seed, metrics: { modes: 8 } }));
 * const [judged] = judgeClaims([claim as never], runs, () => "higher");
 * assertEquals(judged.verdict, "shown");
 * ```
 */
export function judgeClaims(
  claims: readonly Claim[],
  runs: readonly RunMetrics[],
  directionOf: (metric: string) => "higher" | "lower",
  seeds: readonly number[] = [],
): ClaimResult[] {
  const drafts = claims.map((claim) => draftClaim(claim, { runs, directionOf, seeds }));
  const pValues = drafts.flatMap(({ pValue }) => pValue === null ? [] : [pValue]);
  const corrections = correctHolm(pValues).values();
  const none = { adjustedP: 1, level: 0.95 };
  return drafts.map(({ pValue, conclude }) =>
    conclude({
      count: pValues.length,
      ...(pValue === null ? none : corrections.next().value ?? none),
    })
  );
}

interface DraftContext {
  readonly runs: readonly RunMetrics[];
  readonly directionOf: (metric: string) => "higher" | "lower";
  readonly seeds: readonly number[];
}

function draftClaim(claim: Claim, { runs, directionOf, seeds }: DraftContext): ClaimDraft {
  const { metric } = claim;
  const listRuns = (variant: string) => runs.filter((run) => run.variant === variant);
  if (!isThreshold(claim)) {
    return draftComparison(claim, {
      better: collectValues(listRuns(claim.better), metric),
      than: collectValues(listRuns(claim.than), metric),
      direction: directionOf(metric),
    });
  }
  const { on } = claim, own = listRuns(claim.variant);
  const values = collectValues(own, metric);
  if (on === "mean") return draftMeanBound({ ...claim, on }, values);
  const missing = Object.fromEntries(own.map(({ seed }) => [String(seed), null]));
  const lacking = seeds.filter((seed) => own.every((run) => run.seed !== seed)).length;
  const result = judgeEverySeed({ ...claim, on }, { ...missing, ...values }, lacking);
  return { pValue: null, conclude: () => result };
}
