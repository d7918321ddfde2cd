import { from, op } from "arquero";
import { rankMetric } from "./metric_text.ts";
import type { RunPace } from "./report_data.ts";
import type { RangedMean } from "./tabulate.ts";

/** One variant's metric after some time of training, over its seeds. */
export interface PaceRow extends RangedMean {
  readonly metric: string;
  readonly variant: string;
  readonly step: number;
  /** Mean time in training steps until the snapshot. */
  readonly elapsedMs: number;
}

/**
 * Summarises metrics and the time until each snapshot over seeds.
 *
 * @param paces All runs.
 * @returns Rows in order of metric, variant and step.
 */
export function buildPaceTable(paces: readonly RunPace[]): PaceRow[] {
  const rows = paces.flatMap(({ variant, snapshots }) =>
    snapshots.flatMap(({ step, elapsedMs, metrics }) =>
      Object.entries(metrics)
        .filter(([, value]) => Number.isFinite(value) && Number.isFinite(elapsedMs))
        .map(([metric, value]) => ({
          variant,
          step,
          elapsedMs,
          metric,
          value,
          rank: rankMetric(metric),
        }))
    )
  );
  if (rows.length === 0) return [];
  return from(rows)
    .groupby("rank", "metric", "variant", "step")
    .rollup({
      low: op.min("value"),
      mean: op.mean("value"),
      high: op.max("value"),
      elapsedMs: op.mean("elapsedMs"),
    })
    .orderby("rank", "metric", "variant", "step")
    .select("metric", "variant", "step", "elapsedMs", "low", "mean", "high")
    .objects() as PaceRow[];
}
