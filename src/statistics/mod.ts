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
export { estimateWelchError, type GroupSpread, testWelch } from "./welch_test.ts";
export { testPaired } from "./paired_test.ts";
export type { RankTest, RankTestOptions } from "./rank_test.ts";
export { testSignedRanks } from "./wilcoxon_test.ts";
export { testRankSum } from "./mann_whitney_test.ts";
export { correctHolm, type HolmCorrection } from "./holm.ts";
export { computeHedgesG, computeOneGroupG, type EffectSize } from "./effect_size.ts";
export { computeDominance } from "./dominance.ts";
export { computePower, findMoreSeeds, type PlannedTest } from "./power.ts";
export { drawResamples, type DrawResamplesOptions, type Resamples } from "./resample.ts";
export {
  type BootstrapInterval,
  type BootstrapOptions,
  estimateBootstrapInterval,
} from "./bootstrap_interval.ts";
export {
  computeInterquartileMean,
  estimateInterquartileMean,
  type InterquartileMean,
  type InterquartileMeanOptions,
} from "./interquartile_mean.ts";
export { LEAST_SEEDS } from "./least_seeds.ts";
export { estimateShare, type ShareInterval } from "./share_interval.ts";
export { type MetricSummary, summarizeSeeds } from "./summarize_seeds.ts";
export { type RunMetrics, summarizeVariants, type VariantSummary } from "./summarize_variants.ts";
export { type Claim, type ComparisonClaim, isThreshold, type ThresholdClaim } from "./claim.ts";
export type {
  AdjustedInterval,
  ClaimResult,
  ComparisonResult,
  EverySeedResult,
  Judgement,
  MeanBoundResult,
  Need,
  NeedName,
  TestNumbers,
  Verdict,
} from "./claim_result.ts";
export { type ComparisonEvidence, judgeComparison } from "./judge_comparison.ts";
export { judgeMeanBound } from "./judge_mean_bound.ts";
export { judgeEverySeed } from "./judge_every_seed.ts";
export { judgeClaims } from "./judge_claims.ts";
export { compareGroups, type GroupComparison, type SeedGroups } from "./compare_groups.ts";
