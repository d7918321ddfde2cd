import { drawPermutation } from "../engine/random.ts";
import {
  compareNeighbourhoods,
  computeMeanCovariance,
  countBirthdayDuplicates,
  type FeatureMatrix,
  type FeatureScreenOptions,
  findDuplicateThreshold,
  makeGaussianDistance,
  measureDensityCoverage,
  measureKernelDistanceOverBlocks,
  measurePrecisionRecall,
  METRICS,
  nameMetric,
  takeRows,
} from "../metrics/mod.ts";
import type { MeasureOptions } from "./evaluator.ts";

/** Compares samples with real data in one feature space. */
export interface FeatureComparison {
  /** How metrics are taken, in words, by base name. */
  readonly protocol: Readonly<Record<string, string>>;
  /** Metrics by full name; one that is undefined for so few samples is absent. */
  compare(fake: FeatureMatrix, options: MeasureOptions): Record<string, number>;
}

/** The neighbour that sets the radius of a ball: part of the metrics' names. */
const NEIGHBOUR = 5;
/** Samples whose pairs are looked at for duplicates. */
const BATCH_SIZE = 1_000;
/** Blocks of the kernel distance. */
const BLOCKS = 10;

/**
 * Prepares to compare samples with real features: Fréchet distance on all of them, precision and recall on 2,000 of each,
 * duplicates; and of final samples also kernel distance, density and coverage.
 *
 * @param features Real features; parts of them are taken in one random order, the same for all samples.
 * @param options The matrix product of the stage's engine, where it is fit for a search of neighbours.
 */
export function makeFeatureComparison(
  features: FeatureMatrix,
  { multiply }: FeatureScreenOptions = {},
): FeatureComparison {
  const measureFrechet = makeGaussianDistance(computeMeanCovariance(features));
  // The first half of a test split need not be like the second: MNIST's is from other writers.
  const order = drawPermutation({ seed: 0, stream: "evaluate/real", step: 0 }, features.rows);
  const real = takeRows(features, order);
  const thresholds = new Map<number, number>();
  const thresholdFor = (batchSize: number): number => {
    const known = thresholds.get(batchSize) ?? findDuplicateThreshold(real, { batchSize });
    thresholds.set(batchSize, known);
    return known;
  };

  function measureNeighbourhoods(
    fake: FeatureMatrix,
    { isFinal }: MeasureOptions,
  ): Record<string, number> {
    const count = Math.min(fake.rows, real.rows, METRICS.precision_k5.mostSamples!);
    if (count <= NEIGHBOUR) return {};
    const neighbourhoods = compareNeighbourhoods(takeFirst(fake, count), takeFirst(real, count), {
      neighbour: NEIGHBOUR,
      multiply,
    });
    const { precision, recall } = measurePrecisionRecall(neighbourhoods);
    const { density, coverage } = measureDensityCoverage(neighbourhoods);
    const named = (base: string, value: number) => ({ [nameMetric(base, count)]: value });
    return {
      ...named("precision_k5", precision),
      ...named("recall_k5", recall),
      ...(isFinal ? { ...named("density_k5", density), ...named("coverage_k5", coverage) } : {}),
    };
  }

  function measureKernel(fake: FeatureMatrix): Record<string, number> {
    if (Math.min(fake.rows, real.rows) < 2 * BLOCKS) return {};
    const { mean, standardError } = measureKernelDistanceOverBlocks(fake, real, { blocks: BLOCKS });
    return { kernel_distance: mean, kernel_distance_error: standardError };
  }

  function measureDuplicates(fake: FeatureMatrix) {
    const batchSize = Math.min(BATCH_SIZE, fake.rows, real.rows);
    const threshold = thresholdFor(batchSize);
    const { pairs, pairsSeen } = countBirthdayDuplicates(fake, { batchSize, threshold });
    return { duplicate_rate: pairs / pairsSeen };
  }

  return {
    protocol: {
      kernel_distance: `${BLOCKS} disjoint blocks of at most 1,000 samples; final samples only`,
      precision_k5:
        `the first ${METRICS.precision_k5.mostSamples} samples against as many real ones, k = ${NEIGHBOUR}; ` +
        `density and coverage of final samples only`,
      duplicate_rate: `batches of at most ${BATCH_SIZE} in the order of drawing`,
    },
    compare: (fake, options) => ({
      [nameMetric("frechet_distance", fake.rows)]: measureFrechet(computeMeanCovariance(fake)),
      ...measureNeighbourhoods(fake, options),
      ...measureDuplicates(fake),
      ...(options.isFinal ? measureKernel(fake) : {}),
    }),
  };
}

function takeFirst({ data, columns }: FeatureMatrix, rows: number): FeatureMatrix {
  return { data: data.subarray(0, rows * columns), rows, columns };
}
