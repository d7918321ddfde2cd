import { from, op } from "arquero";
import { rankMetric } from "./metric_text.ts";
import type { Comparison, MetricSummary, ReportRun } from "./report_data.ts";

/** One row of the table of metrics: a metric across the variants. */
export interface MetricRow {
  readonly metric: string;
  /** By variant; a variant whose runs all diverged has none. */
  readonly summaries: Readonly<Record<string, MetricSummary | undefined>>;
  readonly real: number | undefined;
}

/**
 * Turns the comparison into the table of metrics, one row a metric in the catalogue's order.
 *
 * @param comparison Summaries over seeds.
 * @returns Rows with a summary a variant.
 */
export function buildMetricTable(comparison: Comparison): MetricRow[] {
  const rows = Object.entries(comparison.variants).flatMap(([variant, { metrics }]) =>
    Object.entries(metrics).map(([metric, summary]) => ({
      variant,
      metric,
      rank: rankMetric(metric),
      summary,
    }))
  );
  if (rows.length === 0) return [];
  const groups = from(rows)
    .groupby("rank", "metric")
    .rollup({ summaries: op.object_agg("variant", "summary") })
    .orderby("rank", "metric")
    .objects() as { metric: string; summaries: MetricRow["summaries"] }[];
  return groups.map(({ metric, summaries }) => ({
    metric,
    summaries,
    real: comparison.reference[metric],
  }));
}

/** One variant's metric at one snapshot, over its seeds. */
export interface CurveRow {
  readonly metric: string;
  readonly variant: string;
  readonly step: number;
  readonly low: number;
  readonly mean: number;
  readonly high: number;
  readonly n: number;
}

/**
 * Summarises the metrics at snapshots over seeds.
 *
 * @param runs All runs; a diverged one counts as far as it came.
 * @returns Rows in order of metric, variant and step.
 */
export function buildCurveTable(runs: readonly ReportRun[]): CurveRow[] {
  const rows = runs.flatMap(({ variant, evaluation }) =>
    evaluation.curve.flatMap(({ step, metrics }) =>
      Object.entries(metrics)
        .filter(([, value]) => Number.isFinite(value))
        .map(([metric, value]) => ({ variant, step, metric, value, rank: rankMetric(metric) }))
    )
  );
  if (rows.length === 0) return [];
  return from(rows)
    .groupby("rank", "metric", "variant", "step")
    .rollup({
      low: op.min("value"),
      mean: op.mean("value"),
      high: op.max("value"),
      n: op.count(),
    })
    .orderby("rank", "metric", "variant", "step")
    .select("metric", "variant", "step", "low", "mean", "high", "n")
    .objects() as CurveRow[];
}

/** One class or mode of one variant, over its seeds. */
export interface ShareRow {
  readonly variant: string;
  readonly label: string;
  /** Mean share of the samples, 0 to 1. */
  readonly share: number;
  /** Share by seed, in the order of the runs. */
  readonly seeds: readonly number[];
}

/**
 * Turns the histograms of the runs into shares of all samples, per variant and class.
 *
 * @param runs All runs; one without final samples is left out.
 * @returns Rows in the order in which variants and classes first appear.
 */
export function buildShareTable(runs: readonly ReportRun[]): ShareRow[] {
  const rows = runs.filter((run) => run.evaluation.status === "done").flatMap((
    { variant, evaluation },
  ) =>
    evaluation.histogram.map(({ label, count }, order) => ({
      variant,
      label,
      order,
      share: count / evaluation.protocol.sampleCount,
    }))
  );
  if (rows.length === 0) return [];
  return from(rows)
    .groupby("variant", "order", "label")
    .rollup({ share: op.mean("share"), seeds: op.array_agg("share") })
    .orderby("variant", "order")
    .select("variant", "label", "share", "seeds")
    .objects() as ShareRow[];
}
