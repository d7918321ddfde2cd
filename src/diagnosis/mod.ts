/**
 * What is wrong with a generator: verdicts from plain numbers, each with its evidence, which the report puts into words.
 *
 * @module
 */
export { diagnose, type DiagnoseOptions, type Diagnosis } from "./diagnose.ts";
export { type ChangeName, describeChanges, type DiagnosedStep } from "./describe_changes.ts";
export {
  describeDivergence,
  type DivergenceName,
  type Quantity,
  type QuantityName,
} from "./describe_divergence.ts";
export type { BoundName, Evidence, EvidenceName } from "./evidence.ts";
export { listCoveredModes } from "./list_covered_modes.ts";
export { type Duplicates, makeDuplicateMeter } from "./make_duplicate_meter.ts";
export type { ModeSigns, SampleSigns, TrainingSigns } from "./signs.ts";
export { nameVerdict, type VerdictName } from "./name_verdict.ts";
export { summarizeTraining } from "./summarize_training.ts";
export { summarizeVerdicts, type VerdictSummary } from "./summarize_verdicts.ts";
export { THRESHOLDS } from "./thresholds.ts";
export { type Verdict, VERDICT_SYMBOLS } from "./verdicts.ts";
