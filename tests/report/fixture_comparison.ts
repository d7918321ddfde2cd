import { METRICS } from "../../src/metrics/catalogue.ts";
import { nameMetric, parseMetricName } from "../../src/metrics/metric_name.ts";
import type { Comparison, ReportExperiment, ReportRun } from "../../src/report/report_data.ts";
import { judgeClaims } from "../../src/statistics/judge_claims.ts";
import { summarizeVariants } from "../../src/statistics/summarize_variants.ts";

/** Summarises and judges fixture runs as the `compare` stage does. */
export function makeFixtureComparison(
  experiment: ReportExperiment,
  runs: readonly ReportRun[],
  reference: Readonly<Record<string, number>>,
): Comparison {
  const { name, question, seeds, evaluation } = experiment;
  const measured = runs.map(({ variant, seed, evaluation: { metrics, status, reason } }) => ({
    variant,
    seed,
    metrics,
    ...(status === "diverged" ? { diverged: reason } : {}),
  }));
  const named = experiment.claims.map((claim) => ({
    ...claim,
    metric: nameMetric(claim.metric, evaluation.sampleCount),
  }));
  return {
    experiment: name,
    question,
    seeds,
    variants: summarizeVariants(measured, Object.keys(experiment.variants)),
    reference,
    claims: judgeClaims(
      named,
      measured,
      (metric) => METRICS[parseMetricName(metric)].better ?? "higher",
    ),
  };
}
