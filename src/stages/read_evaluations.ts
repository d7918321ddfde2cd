import type { Evaluation } from "../report/report_data.ts";

/** An evaluation with the run that it measures. */
export interface RunEvaluation {
  readonly variant: string;
  readonly seed: number;
  readonly evaluation: Evaluation;
}

/** Splits `<prefix>/<variant>/seed=<n>`, the name of an input that belongs to a run. */
export function parseRunInput(
  name: string,
  prefix: string,
): { variant: string; seed: number } | undefined {
  const match = /^([^/]+)\/([^/]+)\/seed=(\d+)$/.exec(name);
  if (match === null || match[1] !== prefix) return undefined;
  return { variant: match[2], seed: Number(match[3]) };
}

/** Reads the evaluations of all runs among a stage's inputs. */
export async function readEvaluations(
  inputs: Readonly<Record<string, string>>,
): Promise<RunEvaluation[]> {
  const runs = Object.entries(inputs).flatMap(([name, path]) => {
    const run = parseRunInput(name, "evaluation");
    return run === undefined ? [] : [{ ...run, path }];
  });
  return await Promise.all(
    runs.map(async ({ variant, seed, path }) => ({
      variant,
      seed,
      evaluation: await readJson<Evaluation>(path),
    })),
  );
}

/** Reads an artifact that an earlier stage wrote as JSON. */
export async function readJson<T>(path: string): Promise<T> {
  return JSON.parse(await Deno.readTextFile(path));
}
