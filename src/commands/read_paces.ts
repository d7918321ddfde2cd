import type { StageResult } from "../../pipeline/mod.ts";
import { parseCsv } from "../formats/csv.ts";
import type { Evaluation, RunPace } from "../report/report_data.ts";

/**
 * Reads how fast each run trained: metrics at its snapshots, and the time in training steps until then.
 *
 * @param results The stages.
 * @param read Reads an artifact of a stage.
 * @returns Runs of which both are there.
 */
export async function readPaces(
  results: readonly StageResult[],
  read: (id: string, artifact: string) => Promise<Uint8Array>,
): Promise<RunPace[]> {
  const recorded = new Set(results.filter(({ record }) => record !== null).map(({ id }) => id));
  const runs = [...recorded].flatMap((id) => {
    const match = /^train-gan\/(.+)\/seed=(\d+)$/.exec(id);
    return match && recorded.has(`evaluate/${match[1]}/seed=${match[2]}`)
      ? [{ variant: match[1], seed: Number(match[2]) }]
      : [];
  });
  return await Promise.all(runs.map(async ({ variant, seed }) => {
    const decode = async (stage: string, artifact: string): Promise<string> =>
      new TextDecoder().decode(await read(`${stage}/${variant}/seed=${seed}`, artifact));
    const evaluation: Evaluation = JSON.parse(await decode("evaluate", "evaluation"));
    const timing = parseCsv(await decode("train-gan", "timing"));
    return {
      variant,
      seed,
      snapshots: evaluation.curve.map(({ step, metrics }) => ({
        step,
        elapsedMs: sumUntil(step, timing),
        metrics,
      })),
    };
  }));
}

/** Time of all steps up to and including one; NaN where it was not recorded. */
function sumUntil(
  step: number,
  { step: steps, step_ms: times }: ReturnType<typeof parseCsv>,
): number {
  if (steps === undefined || times === undefined) return NaN;
  let sum = 0;
  for (let at = 0; at < steps.length && steps[at] <= step; at++) sum += times[at];
  return sum;
}
