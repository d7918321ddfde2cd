import type { MetricSummary } from "../../statistics/mod.ts";
import { alignTable } from "../align_table.ts";
import { roundValue } from "../round_value.ts";
import type { ExperimentSummary } from "../summary.ts";

/** Metrics beside those of the claims, up to so many together. */
const MOST_METRICS = 4;

/**
 * Writes what an experiment found as a table for a terminal: a row a variant and one for real data, a column a metric, those
 * of the claims first. Columns for which there is no room are left out.
 *
 * @param summary What it found.
 * @param columns Width of the terminal.
 * @returns Lines, each cell `mean [low, high]` with Student's 95 % interval over the seeds; none without a metric.
 */
export function formatSummaryTable(
  { variants, reference, claims }: Pick<ExperimentSummary, "variants" | "reference" | "claims">,
  columns: number,
): string[] {
  const rows = Object.entries(variants);
  const measured = [...new Set(rows.flatMap(([_, { metrics }]) => Object.keys(metrics)))];
  const claimed = [...new Set(claims.map(({ metric }) => metric))];
  const metrics = [...new Set([...claimed, ...measured])]
    .filter((metric) => measured.includes(metric))
    .slice(0, Math.max(MOST_METRICS, claimed.length));
  while (metrics.length > 0) {
    const lines = alignTable([
      ["mean [95 % interval]", "n", ...metrics],
      ...rows.map(([name, { runs, diverged, metrics: found }]) => [
        name,
        diverged === 0 ? `${runs}` : `${runs - diverged} of ${runs}`,
        ...metrics.map((metric) => formatMetric(found[metric], runs - diverged)),
      ]),
      ["real data", "", ...metrics.map((metric) => formatReal(reference[metric]))],
    ]);
    if (metrics.length === 1 || lines.every((line) => line.length <= columns)) return lines;
    metrics.pop();
  }
  return [];
}

/**
 * Writes the mean over seeds with Student's 95 % interval; a dash where there is none.
 *
 * @param metric What was found.
 * @param runs Runs of the variant that did not diverge; where fewer have a value, their number is told.
 */
export function formatMetric(metric: MetricSummary | undefined, runs: number): string {
  if (metric === undefined) return "–";
  const { mean, low, high, n } = metric;
  const interval = low === null || high === null
    ? ""
    : ` [${roundValue(low)}, ${roundValue(high)}]`;
  return `${roundValue(mean)}${interval}${n < runs ? `, n = ${n}` : ""}`;
}

/** Writes the value of real data; a dash where there is none. */
export function formatReal(value: number | undefined): string {
  return value === undefined ? "–" : roundValue(value);
}
