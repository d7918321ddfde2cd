import {
  countBirthdayDuplicates,
  extrapolateFrechet,
  type FeatureMatrix,
  findDuplicateThreshold,
  measureFrechetDistance,
  measureFrechetFloor,
  measureKernelDistance,
  measureKernelDistanceOverBlocks,
} from "../../metrics/mod.ts";
import { findCriticalValue } from "../../statistics/mod.ts";
import { formatCount } from "./format_count.ts";
import { measureClasses } from "./measure_classes.ts";
import { measureLabels } from "./measure_labels.ts";
import { measureNeighbourhoods } from "./measure_neighbourhoods.ts";
import type { MetricFamily, MetricValue, Subject, Undefined } from "./set_metric.ts";

const FLOOR_SPLITS = 4;
/** Counts that the extrapolation's line goes through, from a tenth of the samples to all. */
const EXTRAPOLATION_POINTS = 10;
/** Fewest samples for each feature: with 2 a third to a half of the bias is left, with as many as features all of it. */
const EXTRAPOLATED_PER_FEATURE = 2;
/** Fewest samples that leave two of the counts different. */
const FEWEST_EXTRAPOLATED = 20;
const BLOCKS = 10;
const BATCH_SIZE = 1_000;
const LEVEL = 0.95;

/** Everything that is measured of two sets, in the order of the table. */
export const METRIC_FAMILIES: readonly MetricFamily[] = [
  {
    names: ["frechet_distance"],
    protocol: () => "all samples; covariances over n - 1",
    measure: ({ fake, real }) => ({ frechet_distance: measureFrechetDistance(fake, real) }),
  },
  {
    names: ["frechet_floor"],
    protocol: () => `random halves of the real set, mean of ${FLOOR_SPLITS} splits`,
    measure: ({ real }) => ({
      frechet_floor: real.rows < 4
        ? { reason: `the real set has ${formatCount(real.rows, "sample")}, and two halves take 4` }
        : measureFrechetFloor(real, name("floor"), { splits: FLOOR_SPLITS }).mean,
    }),
  },
  {
    names: ["frechet_extrapolated"],
    protocol: () =>
      `line against 1 / n through ${EXTRAPOLATION_POINTS} counts from a tenth of the samples to all`,
    measure: ({ fake, real }) => ({ frechet_extrapolated: extrapolate(fake, real) }),
  },
  {
    names: ["kernel_distance"],
    protocol: () =>
      `unbiased estimate over all pairs; interval: Student's, from ${BLOCKS} disjoint blocks of at ` +
      `most 1,000, which is wider than that of all pairs`,
    measure: ({ fake, real }) => ({ kernel_distance: measureKernel(fake, real) }),
  },
  {
    names: ["precision", "recall", "density", "coverage"],
    protocol: () => "all samples; a ball does not hold what is at exactly its radius",
    measure: measureNeighbourhoods,
  },
  {
    names: ["duplicate_rate"],
    protocol: (subject) => {
      const batchSize = findBatchSize(subject);
      const counts = [subject.fake, subject.real].map(({ rows }) =>
        formatCount(Math.floor(rows / batchSize), "batch", "batches")
      );
      return `${counts[0]} of ${batchSize} samples; as near as the nearest two within any of ` +
        `${counts[1]} of as many real ones`;
    },
    measure: (subject) => {
      const { fake, real } = subject, batchSize = findBatchSize(subject);
      const threshold = findDuplicateThreshold(real, { batchSize });
      const { pairs, pairsSeen } = countBirthdayDuplicates(fake, { batchSize, threshold });
      return { duplicate_rate: pairs / pairsSeen };
    },
  },
  {
    names: [
      ...["class_entropy", "kl_to_uniform", "classes_covered", "jensen_shannon"],
      ...["classifier_score", "mode_score"],
    ],
    needs: "logits",
    protocol: () => "the judge's classes, of the real set too",
    measure: ({ logits }) => measureClasses(logits!),
  },
  {
    names: ["gan_train", "gan_test", "gan_baseline"],
    needs: "labels",
    protocol: () => "linear probes of the features, C = 1, by the labels of the files",
    measure: measureLabels,
  },
];

function extrapolate(fake: FeatureMatrix, real: FeatureMatrix): MetricValue | Undefined {
  const { rows, columns } = fake;
  const fewest = Math.max(FEWEST_EXTRAPOLATED, EXTRAPOLATED_PER_FEATURE * columns);
  if (rows < fewest) {
    const features = formatCount(columns, "feature");
    return { reason: `there are ${rows} samples, and with ${features} a line takes ${fewest}` };
  }
  const key = name("extrapolate");
  return extrapolateFrechet(fake, real, key, { points: EXTRAPOLATION_POINTS }).distance;
}

function measureKernel(fake: FeatureMatrix, real: FeatureMatrix): MetricValue {
  const value = measureKernelDistance(fake, real);
  if (Math.min(fake.rows, real.rows) < 2 * BLOCKS) return value;
  const { standardError } = measureKernelDistanceOverBlocks(fake, real, { blocks: BLOCKS });
  const margin = findCriticalValue(LEVEL, BLOCKS - 1) * standardError;
  return { value, low: value - margin, high: value + margin };
}

function findBatchSize({ fake, real }: Subject): number {
  return Math.min(BATCH_SIZE, fake.rows, real.rows);
}

function name(stream: string) {
  return { seed: 0, stream: `evaluate/${stream}`, step: 0 };
}
