import type { LabelledFeatures } from "./classify_by_neighbours.ts";
import { classifyByProbe } from "./classify_by_probe.ts";
import { fitLinearProbe } from "./linear_probe.ts";
import { measureAccuracy } from "./measure_accuracy.ts";

/** How well labels carry over between samples and data. */
export interface GanTrainTest {
  /** Accuracy on data of a classifier that was trained on samples, in [0, 1]. */
  readonly ganTrain: number;
  /** Accuracy on samples of a classifier that was trained on data, in [0, 1]. */
  readonly ganTest: number;
  /** Accuracy on one half of the data of a classifier that was trained on the other: what a perfect generator reaches. */
  readonly baseline: number;
}

/** Options of `measureGanTrainTest()`. */
export interface GanTrainTestOptions {
  /** Number of classes, at least 2. */
  readonly classCount: number;
}

/**
 * Measures GAN-train and GAN-test: a linear classifier of features is trained on labelled samples and tested on data, and
 * the other way round.
 *
 * Features [m, d] and [n, d] with a label each; all three values are shares. GAN-train falls when samples lack variety or
 * quality, GAN-test when they lack quality only; a generator that copies its training data gets both right. Read them
 * beside the baseline.
 *
 * The labels of samples must be those that a conditional generator was asked for. For an unconditional one they can only
 * come from a classifier: GAN-test then asks that classifier whether it agrees with itself and is near 1 for anything,
 * noise too, so it says nothing; GAN-train still says whether the judged samples teach what real ones do, but inherits
 * every mistake of the judge. The paper trains a deep network on pixels; a linear one on given features is this project's
 * stand-in, so values are no published ones. Cost: three fits, 4 s each for 10,000 × 128 and 10 classes.
 *
 * @param fake Samples and their labels.
 * @param real Data and its labels; rows in random order, as halves are the first and the second.
 * @param options The number of classes.
 * @returns The three accuracies.
 * @throws {TypeError} If the sets differ in their columns, hold NaN or Infinity, or lack labels.
 * @throws {RangeError} If a label is no class, there are fewer than 2 classes, or fewer than 2 rows of data.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { measureGanTrainTest } from "./gan_train.ts";
 *
 * const make = (...data: number[]) => ({ data: Float64Array.from(data), rows: 4, columns: 1 });
 * const real = { features: make(-2, 2, -3, 3), labels: [0, 1, 0, 1] };
 * const fake = { features: make(-2, 2, -1, 1), labels: [1, 0, 1, 0] };
 * // The generator draws the wrong class throughout.
 * assertEquals(measureGanTrainTest(fake, real, { classCount: 2 }), {
 *   ganTrain: 0,
 *   ganTest: 0,
 *   baseline: 1,
 * });
 * ```
 *
 * Source: Shmelkov, Schmid & Alahari 2018, "How good is my GAN?", arXiv:1807.09499, section 3.
 */
export function measureGanTrainTest(
  fake: LabelledFeatures,
  real: LabelledFeatures,
  { classCount }: GanTrainTestOptions,
): GanTrainTest {
  const half = Math.floor(real.features.rows / 2);
  if (half < 1) {
    throw new RangeError(
      `Cannot measure GAN-train and GAN-test on "${real.features.rows}" rows of data: at least 2 are wanted`,
    );
  }
  const score = (training: LabelledFeatures, test: LabelledFeatures) =>
    measureAccuracy(
      classifyByProbe(fitLinearProbe(training, { classCount }), test.features),
      test.labels,
    );
  return {
    ganTrain: score(fake, real),
    ganTest: score(real, fake),
    baseline: score(cut(real, 0, half), cut(real, half, real.features.rows)),
  };
}

function cut({ features, labels }: LabelledFeatures, from: number, to: number): LabelledFeatures {
  const { data, columns } = features;
  return {
    features: { data: data.subarray(from * columns, to * columns), rows: to - from, columns },
    labels: Array.from(labels).slice(from, to),
  };
}
