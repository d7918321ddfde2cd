import { from } from "arquero";
import type { StageContext } from "../../pipeline/stage.ts";
import type { CompareParams } from "../experiment/stage_params.ts";
import { summarizeVerdicts } from "../diagnosis/mod.ts";
import { METRICS, nameMetric, parseMetricName } from "../metrics/mod.ts";
import type { Comparison, Evaluation } from "../report/report_data.ts";
import { judgeClaims } from "../statistics/judge_claims.ts";
import { summarizeVariants } from "../statistics/summarize_variants.ts";
import { readEvaluations, readJson, type RunEvaluation } from "./read_evaluations.ts";

/** Sets the variants against each other over seeds: summaries, claims with verdicts, and one tidy table. */
export async function run(context: StageContext<CompareParams>): Promise<void> {
  const { experiment, question, seeds, variants, claims, curveSampleCount } = context.params;
  const evaluations = await readEvaluations(context.inputs);
  const reference = await readJson<Evaluation>(context.inputs["evaluation/reference"]);
  const runs = evaluations.map(({ variant, seed, evaluation }) => ({
    variant,
    seed,
    metrics: evaluation.metrics,
    ...(evaluation.status === "diverged" ? { diverged: evaluation.reason } : {}),
  }));
  const { sampleCount } = reference.protocol;
  const named = claims.map((claim) => ({
    ...claim,
    metric: nameMetric(claim.metric, sampleCount),
  }));
  const comparison = {
    experiment,
    question,
    seeds,
    variants: summarizeVariants(runs, variants),
    diagnoses: summarizeDiagnoses(evaluations, variants),
    ...listSelectedSteps(evaluations, variants),
    reference: reference.metrics,
    claims: judgeClaims(
      named,
      runs,
      (metric) => METRICS[parseMetricName(metric)].better ?? "higher",
      seeds,
    ),
  };
  await Deno.writeTextFile(context.output("comparison"), JSON.stringify(comparison));
  const table = writeMetricsTable(evaluations, curveSampleCount);
  await Deno.writeTextFile(context.output("metrics"), table);
}

/** One row a value: variant, seed, step (`final` for the full sample), samples that it is of, metric, value. */
function writeMetricsTable(
  evaluations: readonly RunEvaluation[],
  curveSampleCount: number,
): string {
  const rows = evaluations.flatMap(({ variant, seed, evaluation }) =>
    [
      ...evaluation.curve.map(({ step, metrics }) => {
        return { step: String(step), samples: curveSampleCount, metrics };
      }),
      { step: "final", samples: evaluation.protocol.sampleCount, metrics: evaluation.metrics },
    ].flatMap(({ metrics, ...place }) =>
      Object.entries(metrics).map(([metric, value]) => ({ variant, seed, ...place, metric, value }))
    )
  );
  return from(rows).toCSV() + "\n";
}

/** The verdicts on each variant's runs. */
function summarizeDiagnoses(evaluations: readonly RunEvaluation[], variants: readonly string[]) {
  return Object.fromEntries(variants.map((name) => [
    name,
    summarizeVerdicts(
      evaluations.flatMap(({ variant, seed, evaluation: { diagnosis } }) =>
        variant === name && diagnosis !== undefined ? [{ seed, verdict: diagnosis.verdict }] : []
      ),
    ),
  ]));
}

/** The selected step of each run that did not diverge, by variant and seed; nothing where nothing was selected. */
function listSelectedSteps(
  evaluations: readonly RunEvaluation[],
  variants: readonly string[],
): Pick<Comparison, "selectedSteps"> {
  if (evaluations.every(({ evaluation }) => evaluation.selection === undefined)) return {};
  const selectedSteps = variants.map((name) => [
    name,
    Object.fromEntries(
      evaluations.flatMap(({ variant, seed, evaluation: { status, selection } }) =>
        variant === name && status === "done" && selection !== undefined
          ? [[String(seed), selection.step]]
          : []
      ),
    ),
  ]);
  return { selectedSteps: Object.fromEntries(selectedSteps) };
}
