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
export {
  type ClaimEvidence,
  type ClaimResult,
  judgeClaim,
  type RegisteredClaim,
} from "./judge_claim.ts";
