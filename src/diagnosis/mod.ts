/**
 * What is wrong with a generator, in words: verdicts from plain numbers, each with its evidence.
 *
 * @module
 */
export { diagnose, type DiagnoseOptions, type Diagnosis } from "./diagnose.ts";
export { describeChanges, type DiagnosedStep } from "./describe_changes.ts";
export { listCoveredModes } from "./list_covered_modes.ts";
export { type Duplicates, makeDuplicateMeter } from "./make_duplicate_meter.ts";
export type { ModeSigns, SampleSigns, TrainingSigns } from "./signs.ts";
export { summarizeTraining } from "./summarize_training.ts";
export { summarizeVerdicts, type VerdictSummary } from "./summarize_verdicts.ts";
export { THRESHOLDS } from "./thresholds.ts";
export { type Verdict, type VerdictDescription, VERDICTS } from "./verdicts.ts";
