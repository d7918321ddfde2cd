/**
 * What is measured: float64 over plain arrays, no tensors, each metric in a file of its own.
 *
 * @module
 */
export { METRICS } from "./catalogue.ts";
export type { MetricDescription } from "./metric_description.ts";
export { describeMetric, nameMetric, parseMetricName } from "./metric_name.ts";
export type { FeatureMatrix } from "./feature_matrix.ts";
export { computeMeanCovariance, type MeanCovariance } from "./mean_covariance.ts";
export {
  findNearestOthers,
  findNearestRows,
  type NearestRows,
  type NearestRowsOptions,
} from "./distances/nearest_rows.ts";
export type { FeatureScreenOptions } from "./distances/feature_screen.ts";
export type { MultiplyRows } from "./distances/multiply_rows.ts";
export { roundsFactors } from "./distances/rounds_factors.ts";
export { measureGaussianDistance } from "./gaussian_distance.ts";
export { makeGaussianDistance } from "./make_gaussian_distance.ts";
export { measureFrechetDistance } from "./frechet_distance.ts";
export { countClasses } from "./class_histogram.ts";
export { measureEntropy } from "./entropy.ts";
export { measureKlDivergence } from "./kl_divergence.ts";
export { measureKlToUniform } from "./kl_to_uniform.ts";
export { measureJensenShannon } from "./jensen_shannon.ts";
export { measureTotalVariation } from "./total_variation.ts";
export { countCoveredClasses, COVERED_SHARE } from "./classes_covered.ts";
export type { PixelMatrix } from "./pixel_matrix.ts";
export { findNearestStacks, type NearestStacks } from "./nearest_training_stack.ts";
export {
  measureStackedModes,
  type MeasureStackedModesOptions,
  type StackedModes,
} from "./stacked_modes.ts";
export { findNearestNeighbours, type Neighbours } from "./nearest_training_neighbour.ts";
export {
  countModes,
  type CountModesOptions,
  HIGH_QUALITY_RADIUS,
  type ModeCounts,
} from "./modes.ts";
export { measureModes, type MeasureModesOptions, type ModeStatistics } from "./mode_statistics.ts";
export {
  type BallCounts,
  compareNeighbourhoods,
  type CompareNeighbourhoodsOptions,
  type Neighbourhoods,
} from "./neighbourhoods.ts";
export {
  measurePrecisionRecall,
  type MeasurePrecisionRecallOptions,
  type PrecisionRecall,
} from "./precision_recall.ts";
export { type DensityCoverage, measureDensityCoverage } from "./density_coverage.ts";
export { takeRows } from "./take_rows.ts";
export { drawSubsets, type DrawSubsetsOptions } from "./draw_subsets.ts";
export { estimateMeanDiscrepancy, type Kernel, type MeanDiscrepancy } from "./mean_discrepancy.ts";
export { measureKernelDistance } from "./kernel_distance.ts";
export {
  type KernelDistanceSubsets,
  type KernelDistanceSubsetsOptions,
  measureKernelDistanceOverSubsets,
} from "./kernel_distance_subsets.ts";
export {
  type KernelDistanceBlocks,
  type KernelDistanceBlocksOptions,
  measureKernelDistanceOverBlocks,
} from "./kernel_distance_blocks.ts";
export { findMedianDistance } from "./median_distance.ts";
export {
  type GaussianDiscrepancyOptions,
  measureGaussianDiscrepancy,
} from "./gaussian_discrepancy.ts";
export { computeProbabilities } from "./class_probabilities.ts";
export {
  type ClassifierScore,
  type ClassifierScoreOptions,
  measureClassifierScore,
} from "./classifier_score.ts";
export { measureConditionalEntropy } from "./conditional_entropy.ts";
export { measureModeScore } from "./mode_score.ts";
export { measureAmScore } from "./am_score.ts";
export { measureWasserstein1d, type Wasserstein1dOptions } from "./wasserstein_1d.ts";
export { drawDirections, type DrawDirectionsOptions } from "./draw_directions.ts";
export { spreadDirections } from "./spread_directions.ts";
export { measureSlicedWasserstein, type SlicedWassersteinOptions } from "./sliced_wasserstein.ts";
export { findAssignment } from "./assignment.ts";
export { type ExactWassersteinOptions, measureExactWasserstein } from "./exact_wasserstein.ts";
export { measureParzen, type ParzenLikelihood, type ParzenOptions } from "./parzen.ts";
export { chooseParzenSigma, type ParzenSigmaChoice } from "./choose_parzen_sigma.ts";
export { measureSilvermanDensity, type SilvermanDensity } from "./silverman_density.ts";
export {
  classifyByNeighbours,
  type ClassifyByNeighboursOptions,
  type LabelledFeatures,
} from "./classify_by_neighbours.ts";
export { measureAccuracy } from "./measure_accuracy.ts";
export { type NearestNeighbourTest, testNearestNeighbours } from "./neighbour_two_sample.ts";
export {
  type FrechetFloor,
  type FrechetFloorOptions,
  measureFrechetFloor,
} from "./frechet_floor.ts";
export {
  type ExtrapolatedFrechet,
  extrapolateFrechet,
  type ExtrapolateFrechetOptions,
} from "./extrapolate_frechet.ts";
export {
  type BirthdayDuplicates,
  type BirthdayDuplicatesOptions,
  countBirthdayDuplicates,
} from "./birthday_duplicates.ts";
export {
  findDuplicateThreshold,
  type FindDuplicateThresholdOptions,
} from "./duplicate_threshold.ts";
export { ConvergenceError } from "./convergence_error.ts";
export { minimize, type MinimizeOptions, type SmoothFunction } from "./minimize.ts";
export { fitLinearProbe, type LinearProbe, type LinearProbeOptions } from "./linear_probe.ts";
export { classifyByProbe } from "./classify_by_probe.ts";
export { type GanTrainTest, type GanTrainTestOptions, measureGanTrainTest } from "./gan_train.ts";
export {
  type ClassifierTwoSample,
  type ClassifierTwoSampleOptions,
  testByClassifier,
} from "./classifier_two_sample.ts";
export { type Integrand, integrate, type IntegrateOptions, type Range } from "./integrate.ts";
export { evaluateOptimalDiscriminator } from "./optimal_discriminator.ts";
export {
  type DensityPairOptions,
  type LogFunction,
  measureDensityJensenShannon,
  measureDiscriminatorValue,
  measureGeneratorCost,
  measureNonSaturatingLoss,
} from "./gan_value.ts";
