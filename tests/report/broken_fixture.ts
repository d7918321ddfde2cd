import type { ReportData } from "../../src/report/report_data.ts";

/** A name far longer than any layout expects. */
const HUGE = "a-variant-with-a-very-long-name".repeat(12);

/**
 * Puts into a report what goes wrong in practice: a run that is missing, one that diverged before its first row, metrics that
 * are NaN or null, an empty history, one seed only in a variant, and a huge name.
 */
export function breakReport(data: ReportData): ReportData {
  const [first] = Object.keys(data.experiment.variants);
  const name = (variant: string): string => variant === first ? HUGE : variant;
  const rename = <Value>(record: Readonly<Record<string, Value>>): Record<string, Value> =>
    Object.fromEntries(Object.entries(record).map(([key, value]) => [name(key), value]));
  const runs = data.runs.slice(1).map((run, at) => {
    const renamed = { ...run, variant: name(run.variant) };
    if (at === 0) {
      const metrics = Object.fromEntries(
        Object.keys(run.evaluation.metrics).map((metric) => [metric, NaN]),
      );
      return {
        ...renamed,
        evaluation: { ...run.evaluation, metrics, curve: [{ step: 250, metrics }] },
      };
    }
    if (at === 1) {
      return {
        ...renamed,
        history: {},
        snapshots: [],
        evaluation: {
          ...run.evaluation,
          status: "diverged" as const,
          reason: "generator_loss is Infinity at step 1",
          metrics: {},
          curve: [],
          histogram: [],
        },
      };
    }
    return renamed;
  });
  const variants = rename(data.comparison.variants);
  const nothing = {
    mean: null as unknown as number,
    sd: null,
    low: null,
    high: null,
    n: 0,
    bootstrap: null,
    interquartileMean: null,
    values: {},
  };
  variants[HUGE] = {
    runs: 2,
    diverged: [{ seed: 3, reason: "generator_loss is Infinity at step 1" }],
    metrics: Object.fromEntries(
      Object.keys(variants[HUGE].metrics).map((metric) => [metric, nothing]),
    ),
  };
  return {
    ...data,
    experiment: { ...data.experiment, variants: rename(data.experiment.variants), claims: [] },
    differences: data.differences.map(({ path, values }) => ({ path, values: rename(values) })),
    comparison: { ...data.comparison, variants, claims: [] },
    runs,
  };
}
