import {
  describeChanges,
  diagnose,
  type Diagnosis,
  type Evidence,
  nameVerdict,
  type SampleSigns,
  summarizeTraining,
  type Verdict,
} from "../diagnosis/mod.ts";
import { parseCsv } from "../formats/csv.ts";
import type { Evaluation } from "../report/report_data.ts";
import type { Outcome } from "./read_outcome.ts";
import { readJson } from "./read_evaluations.ts";

/** What a run is held against. */
export interface DiagnosisInputs {
  /** Path of the evaluation of real data. */
  readonly reference: string;
  /** Path of the training's history. */
  readonly history: string;
}

/** Diagnoses the samples of one run. */
export interface RunDoctor {
  /** Diagnoses the samples of a snapshot; of the evidence only what decided. */
  diagnoseSnapshot(signs: SampleSigns, step: number): Diagnosis & { readonly signs: SampleSigns };
  /** Diagnoses the run, by its final samples if it has any, and tells when verdicts changed. */
  diagnoseRun(
    signs: SampleSigns | undefined,
    curve: Evaluation["curve"],
  ): NonNullable<Evaluation["diagnosis"]>;
}

/**
 * Reads what a run's diagnosis needs beside its samples.
 *
 * @param inputs Paths.
 * @param options How training ended, the step whose samples are final, and the objective.
 */
export async function openRunDoctor(
  inputs: DiagnosisInputs,
  options: { readonly outcome: Outcome; readonly step: number; readonly objective: string },
): Promise<RunDoctor> {
  const { outcome, objective } = options;
  const history = parseCsv(await Deno.readTextFile(inputs.history));
  const real = (await readJson<Evaluation>(inputs.reference)).signs;
  if (real === undefined) {
    throw new TypeError(
      `Cannot diagnose by "${inputs.reference}": it has no signs; the evaluation of real data is wanted`,
    );
  }
  const trainingUntil = (step: number) => summarizeTraining(history, { step, objective });
  return {
    diagnoseSnapshot: (signs, step) => {
      const found = diagnose({ samples: signs, real: real.curve, training: trainingUntil(step) });
      return { ...found, evidence: found.evidence.slice(0, found.decisive), signs };
    },
    diagnoseRun: (signs, curve) => {
      const found = diagnose({
        samples: signs ?? {},
        real: real.final,
        training: trainingUntil(options.step),
        ...(outcome.reason === undefined ? {} : { divergence: outcome.reason }),
      });
      const changes = describeChanges(
        curve.flatMap(({ step, diagnosis }) =>
          diagnosis === undefined
            ? []
            : [{ step, verdict: diagnosis.verdict, signs: diagnosis.signs }]
        ),
      );
      const last = curve.at(-1);
      const evidence = signs === undefined && last?.diagnosis !== undefined
        ? [...found.evidence, describeLast(last.step, last.diagnosis.verdict)]
        : found.evidence;
      return { ...found, evidence, changes, ...(signs === undefined ? {} : { signs }) };
    },
  };
}

function describeLast(step: number, verdict: Verdict): Evidence {
  return { says: "evidence.last_snapshot", values: { step, verdict: nameVerdict(verdict) } };
}
