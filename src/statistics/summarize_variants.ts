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

/** Values of a metric by seed, over the runs that have one. */
export function collectValues(runs: readonly RunMetrics[], metric: string): Record<string, number> {
  return Object.fromEntries(
    runs.flatMap((run) => metric in run.metrics ? [[String(run.seed), run.metrics[metric]]] : []),
  );
}
