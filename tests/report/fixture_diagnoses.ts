import {
  describeChanges,
  diagnose,
  type DiagnosedStep,
  type ModeSigns,
  type SampleSigns,
} from "../../src/diagnosis/mod.ts";
import type { Evaluation, ReportData } from "../../src/report/report_data.ts";

/** Adds diagnoses of runs and snapshots to a fixture, made of its histograms and metrics as the stage `evaluate` does. */
export function addDiagnoses(data: ReportData): ReportData {
  const real = { modes: toModes(data.reference.histogram) };
  return {
    ...data,
    runs: data.runs.map((run) => ({ ...run, evaluation: diagnoseRun(run.evaluation, real) })),
  };
}

function diagnoseRun(evaluation: Evaluation, real: SampleSigns): Evaluation {
  const modeCount = real.modes!.counts.length;
  const curve = evaluation.curve.map(({ step, metrics }) => {
    const covered = metrics.classes_covered ?? metrics.modes_covered ?? modeCount;
    const counts = Array.from(
      { length: modeCount },
      (_, mode) => mode < covered ? Math.round(1000 / covered) : 0,
    );
    const modes: ModeSigns = { ...real.modes!, counts, sampleCount: 1000 };
    const signs: SampleSigns = { modes, nearDuplicateShare: covered < 2 ? 0.97 : 0 };
    return { step, metrics, diagnosis: { ...diagnose({ samples: signs, real }), signs } };
  });
  const steps = curve.map(({ step, diagnosis }): DiagnosedStep => ({ step, ...diagnosis }));
  const signs = evaluation.histogram.length === 0
    ? undefined
    : { modes: toModes(evaluation.histogram), nearDuplicateShare: 0.02, comparedCount: 500 };
  const found = diagnose({ samples: signs ?? {}, real, divergence: evaluation.reason });
  return {
    ...evaluation,
    curve,
    diagnosis: { ...found, signs, changes: describeChanges(steps) },
  };
}

function toModes(histogram: Evaluation["histogram"]): ModeSigns {
  const counts = histogram.map(({ count }) => count);
  const sampleCount = counts.reduce((sum, count) => sum + count, 0);
  return { noun: histogram.length === 10 ? "class" : "mode", counts, sampleCount };
}
