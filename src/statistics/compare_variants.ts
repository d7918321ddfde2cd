import { type Claim, isThreshold, type ThresholdClaim } from "./claim.ts";
import type { ClaimResult } from "./claim_result.ts";
import { judgeComparison } from "./judge_comparison.ts";
import { judgeEverySeed } from "./judge_every_seed.ts";
import { judgeMeanBound } from "./judge_mean_bound.ts";
import { type MetricSummary, summarizeSeeds } from "./summarize_seeds.ts";

/** One run's final metrics by full name; a run that diverged has a reason, and no metrics. */
export interface RunMetrics {
  readonly variant: string;
  readonly seed: number;
  readonly metrics: Readonly<Record<string, number>>;
  /** Why it diverged. */
  readonly diverged?: string;
}

/** All runs of a variant together. */
export interface VariantSummary {
  readonly runs: number;
  readonly diverged: readonly { readonly seed: number; readonly reason: string }[];
  /** By full name, over the runs that did not diverge. */
  readonly metrics: Readonly<Record<string, MetricSummary>>;
}

/**
 * Summarises each variant's runs over seeds. A diverged run is counted and named, never averaged.
 *
 * @param runs The runs.
 * @param variants Names in the order of the spec.
 * @returns A summary for each variant.
 */
export function summarizeVariants(
  runs: readonly RunMetrics[],
  variants: readonly string[],
): Record<string, VariantSummary> {
  return Object.fromEntries(variants.map((variant) => {
    const own = runs.filter((run) => run.variant === variant);
    const names = [...new Set(own.flatMap((run) => Object.keys(run.metrics)))];
    return [variant, {
      runs: own.length,
      diverged: own.flatMap(({ seed, diverged }) =>
        diverged === undefined ? [] : [{ seed, reason: diverged }]
      ),
      metrics: Object.fromEntries(
        names.map((name) => [name, summarizeSeeds(collectValues(own, name))]),
      ),
    }];
  }));
}

/**
 * Judges claims on runs.
 *
 * @param claims Claims under full metric names.
 * @param runs The runs.
 * @param directionOf The better direction of a metric.
 * @returns The claims with verdicts, in order.
 */
export function judgeClaims(
  claims: readonly Claim[],
  runs: readonly RunMetrics[],
  directionOf: (metric: string) => "higher" | "lower",
): ClaimResult[] {
  return claims.map((claim) => {
    const listRuns = (variant: string) => runs.filter((run) => run.variant === variant);
    if (isThreshold(claim)) return judgeThreshold(claim, listRuns(claim.variant));
    return judgeComparison(claim, {
      better: collectValues(listRuns(claim.better), claim.metric),
      than: collectValues(listRuns(claim.than), claim.metric),
      direction: directionOf(claim.metric),
    });
  });
}

function judgeThreshold(claim: ThresholdClaim, runs: readonly RunMetrics[]): ClaimResult {
  const { on, metric } = claim;
  const values = collectValues(runs, metric);
  if (on === "mean") return judgeMeanBound({ ...claim, on }, values);
  const diverged = runs.filter((run) => run.diverged !== undefined);
  const missing = Object.fromEntries(diverged.map(({ seed }) => [String(seed), null]));
  return judgeEverySeed({ ...claim, on }, { ...missing, ...values });
}

function collectValues(runs: readonly RunMetrics[], metric: string): Record<string, number> {
  return Object.fromEntries(
    runs.flatMap((run) => metric in run.metrics ? [[String(run.seed), run.metrics[metric]]] : []),
  );
}
