import { describeMetric } from "../../src/metrics/metric_name.ts";
import type {
  ClaimResult,
  Comparison,
  MetricSummary,
  ReportClaim,
  ReportExperiment,
  ReportRun,
} from "../../src/report/report_data.ts";

/** Quantiles of Student's t at 97.5 % by degrees of freedom, 1 to 4. */
const QUANTILES = [NaN, 12.706, 4.303, 3.182, 2.776];

/** Summarises fixture runs as the `compare` stage does. */
export function makeFixtureComparison(
  experiment: ReportExperiment,
  runs: readonly ReportRun[],
  reference: Readonly<Record<string, number>>,
): Comparison {
  const variants = Object.fromEntries(
    Object.keys(experiment.variants).map((name) => {
      const own = runs.filter((run) => run.variant === name);
      const done = own.filter(({ evaluation }) => evaluation.status === "done");
      const metrics = Object.fromEntries(
        Object.keys(done[0]?.evaluation.metrics ?? {}).map((metric) => [
          metric,
          summarize(
            Object.fromEntries(done.map((run) => [run.seed, run.evaluation.metrics[metric]])),
          ),
        ]),
      );
      const diverged = own.filter(({ evaluation }) => evaluation.status === "diverged")
        .map(({ seed, evaluation }) => ({ seed, reason: evaluation.reason! }));
      return [name, { runs: own.length, diverged, metrics }];
    }),
  );
  const { name, question, seeds } = experiment;
  const claims = experiment.claims.map((claim) => judge(claim, variants));
  return { experiment: name, question, seeds, variants, reference, claims };
}

function summarize(values: Record<string, number>): MetricSummary {
  const list = Object.values(values);
  const n = list.length;
  const mean = list.reduce((sum, value) => sum + value, 0) / n;
  if (n < 2) return { mean, sd: null, low: null, high: null, n, values };
  const sd = Math.sqrt(list.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1));
  const half = QUANTILES[n - 1] * sd / Math.sqrt(n);
  return { mean, sd, low: mean - half, high: mean + half, n, values };
}

function judge(claim: ReportClaim, variants: Comparison["variants"]): ClaimResult {
  const better = find(claim.metric, variants[claim.better].metrics);
  const than = find(claim.metric, variants[claim.than].metrics);
  if (!better || !than || Math.min(better.n, than.n) < 3) {
    const n: [number, number] = [better?.n ?? 0, than?.n ?? 0];
    const reason = `${n[0]} and ${n[1]} seeds have a value; at least 3 are wanted.`;
    const difference = better && than ? better.mean - than.mean : null;
    const nothing = { low: null, high: null, pValue: null };
    return { ...claim, verdict: "undecided", difference, ...nothing, n, reason };
  }
  const difference = better.mean - than.mean;
  const half = 3.1 * Math.sqrt((better.sd! ** 2 + than.sd! ** 2) / 3);
  const [low, high] = [difference - half, difference + half];
  const isClaimed = describeMetric(claim.metric).better === "higher" ? low > 0 : high < 0;
  const verdict = low * high < 0 ? "undecided" : isClaimed ? "shown" : "not shown";
  const pValue = verdict === "undecided" ? 0.21 : 0.0042;
  return { ...claim, verdict, difference, low, high, pValue, n: [3, 3], reason: "By a fixture." };
}

/** A claim gives the base name; the summaries have full ones. */
function find(
  base: string,
  metrics: Readonly<Record<string, MetricSummary>>,
): MetricSummary | undefined {
  const name = Object.keys(metrics).find((metric) => metric === base) ??
    Object.keys(metrics).find((metric) => metric.startsWith(`${base}_`));
  return name === undefined ? undefined : metrics[name];
}
