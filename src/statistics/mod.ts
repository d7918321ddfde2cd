/**
 * What the seeds say: intervals, tests, and the verdict on a claim. Float64 over plain arrays.
 *
 * @module
 */
export { computeMoments, type Moments } from "./moments.ts";
export { computeIncompleteBeta, type IncompleteBetaOptions } from "./incomplete_beta.ts";
export { computeTwoSidedP, findCriticalValue } from "./student_t.ts";
export {
  estimateStudentInterval,
  type IntervalOptions,
  type StudentInterval,
} from "./student_interval.ts";
export {
  type EstimatedDifference,
  inferDifference,
  type MeanDifference,
} from "./mean_difference.ts";
export { testWelch } from "./welch_test.ts";
export { testPaired } from "./paired_test.ts";
export { type MetricSummary, summarizeSeeds } from "./summarize_seeds.ts";
export { estimateShare, type ShareInterval } from "./share_interval.ts";
export { type Claim, type ComparisonClaim, isThreshold, type ThresholdClaim } from "./claim.ts";
export type {
  ClaimResult,
  ComparisonResult,
  EverySeedResult,
  MeanBoundResult,
  Verdict,
} from "./claim_result.ts";
export { type ComparisonEvidence, judgeComparison } from "./judge_comparison.ts";
export { judgeMeanBound } from "./judge_mean_bound.ts";
export { judgeEverySeed } from "./judge_every_seed.ts";
