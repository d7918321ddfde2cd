import { type Verdict, VERDICT_SYMBOLS } from "./verdicts.ts";

/** The verdicts on the runs of one variant. */
export interface VerdictSummary {
  /** How many runs have each verdict; only those that occur. */
  readonly counts: Readonly<Partial<Record<Verdict, number>>>;
  /** The verdict of each seed. */
  readonly values: Readonly<Record<string, Verdict>>;
}

/**
 * Counts verdicts over seeds.
 *
 * @param runs Seed and verdict of each run.
 * @returns Counts in the order of {@linkcode VERDICT_SYMBOLS}, and the verdicts by seed.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { summarizeVerdicts } from "./summarize_verdicts.ts";
 *
 * const runs = [{ seed: 1, verdict: "collapse" }, { seed: 2, verdict: "healthy" }] as const;
 * assertEquals(summarizeVerdicts(runs), {
 *   counts: { healthy: 1, collapse: 1 },
 *   values: { "1": "collapse", "2": "healthy" },
 * });
 * ```
 */
export function summarizeVerdicts(
  runs: readonly { readonly seed: number; readonly verdict: Verdict }[],
): VerdictSummary {
  const counts = (Object.keys(VERDICT_SYMBOLS) as Verdict[])
    .map((verdict) => [verdict, runs.filter((run) => run.verdict === verdict).length] as const)
    .filter(([, count]) => count > 0);
  return {
    counts: Object.fromEntries(counts),
    values: Object.fromEntries(runs.map(({ seed, verdict }) => [String(seed), verdict])),
  };
}
