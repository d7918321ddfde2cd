import type { JsonObject } from "../../pipeline/mod.ts";
import type { VerdictSummary } from "../diagnosis/mod.ts";
import type { Comparison } from "../report/report_data.ts";
import type { ClaimResult, VariantSummary } from "../statistics/mod.ts";

/** `summary.json`: what an experiment found, for programs. Every mean has its interval and its n. */
export interface ExperimentSummary {
  /** Name of the experiment. */
  readonly experiment: string;
  /** What it asks. */
  readonly question: string;
  /** Seeds, in the order of the spec; each variant ran with all of them. */
  readonly seeds: readonly number[];
  /** Every engine that computed a stage, each once. */
  readonly engines: readonly JsonObject[];
  /** Results by variant: runs, how many of them diverged, diagnoses of all, and metrics over those that did not diverge. */
  readonly variants: Readonly<
    Record<
      string,
      Pick<VariantSummary, "runs" | "metrics"> & {
        readonly diverged: number;
        readonly diagnoses?: VerdictSummary;
        readonly selectedSteps?: NonNullable<Comparison["selectedSteps"]>[string];
      }
    >
  >;
  /** Real data against other real data by the same protocol, by full name of the metric. */
  readonly reference: Readonly<Record<string, number>>;
  /** Claims with verdicts, in the order of the spec. */
  readonly claims: readonly ClaimResult[];
}

/** Makes the summary of a comparison. */
export function summarizeExperiment(
  comparison: Comparison,
  engines: readonly JsonObject[],
): ExperimentSummary {
  const { experiment, question, seeds, reference, claims } = comparison;
  const variants = Object.fromEntries(
    Object.entries(comparison.variants).map(([name, { runs, diverged, metrics }]) => [
      name,
      {
        runs,
        diverged: diverged.length,
        diagnoses: comparison.diagnoses?.[name],
        selectedSteps: comparison.selectedSteps?.[name],
        metrics,
      },
    ]),
  );
  return { experiment, question, seeds, engines, variants, reference, claims };
}
