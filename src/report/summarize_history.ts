import { decimateSeries } from "./decimate_series.ts";
import { pickEvenly } from "./pick_evenly.ts";
import type { History } from "./report_data.ts";
import { smoothSeries } from "./smooth_series.ts";

/** The most points of one raw line, and of all raw lines of a chart. */
const RAW_POINTS = 140;
const ALL_RAW_POINTS = 1400;
/** A raw line keeps its peaks with so few. */
const FEWEST_RAW_POINTS = 40;
/** The most points of a band and its mean. */
const BAND_POINTS = 90;
/** A smoothed value averages this share of a run. */
const SMOOTHED_SHARE = 1 / 40;

/** One column of several runs, thinned for drawing. */
export interface HistorySummary {
  /** Raw lines, one a seed. */
  readonly raw: readonly { readonly seed: number; readonly step: number; readonly value: number }[];
  /** Lowest, mean and highest smoothed value over the seeds that have come this far. */
  readonly band: readonly {
    readonly step: number;
    readonly low: number;
    readonly mean: number;
    readonly high: number;
  }[];
}

/**
 * Summarises one column of the training histories of one variant over its seeds.
 *
 * A run that ends early, as a diverged one does, counts up to its last step only.
 *
 * @param runs Each run's seed and history.
 * @param column A column of the histories; a run without it is left out.
 * @returns Raw lines of at most 140 points a seed, fewer where there are many seeds, and a band of at most 90.
 */
export function summarizeHistory(
  runs: readonly { readonly seed: number; readonly history: History }[],
  column: string,
): HistorySummary {
  const series = runs
    .filter((run) => run.history[column]?.length > 0)
    .map((run) => readColumn(run, column));
  const longest = series.reduce(
    (best, one) => one.steps.length > best.length ? one.steps : best,
    [] as ArrayLike<number>,
  );
  const band = pickEvenly(Array.from(longest), BAND_POINTS).flatMap((step) => {
    const values = series.map((one) => valueAt(one, step)).filter(Number.isFinite);
    if (values.length === 0) return [];
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return [{ step, low: Math.min(...values), mean, high: Math.max(...values) }];
  });
  const rawPoints = Math.max(
    FEWEST_RAW_POINTS,
    Math.min(RAW_POINTS, Math.floor(ALL_RAW_POINTS / series.length)),
  );
  const raw = series.flatMap(({ seed, steps, values }) =>
    decimateSeries(values, rawPoints)
      .map((index) => ({ seed, step: steps[index], value: values[index] }))
  );
  return { raw, band };
}

interface Series {
  readonly seed: number;
  readonly steps: ArrayLike<number>;
  readonly values: ArrayLike<number>;
  readonly smoothed: ArrayLike<number>;
}

function readColumn(run: { seed: number; history: History }, column: string): Series {
  const values = run.history[column];
  const steps = run.history.step ?? [...values.keys()];
  const smoothed = smoothSeries(values, Math.max(1, Math.round(values.length * SMOOTHED_SHARE)));
  return { seed: run.seed, steps, values, smoothed };
}

/** The smoothed value at the last step that is not after `step`; NaN once the run has ended. */
function valueAt({ steps, values, smoothed }: Series, step: number): number {
  if (step > steps[steps.length - 1]) return NaN;
  let low = 0;
  let high = steps.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (steps[middle] <= step) low = middle;
    else high = middle - 1;
  }
  return Number.isFinite(values[low]) ? smoothed[low] : NaN;
}
