import { type DrawKey, drawPermutation } from "../engine/random.ts";
import { computeIncompleteBeta } from "../statistics/incomplete_beta.ts";
import { classifyByProbe } from "./classify_by_probe.ts";
import type { FeatureMatrix } from "./feature_matrix.ts";
import { fitLinearProbe } from "./linear_probe.ts";
import { measureAccuracy } from "./measure_accuracy.ts";
import { requireEqualColumns } from "./require_equal_columns.ts";
import { takeRows } from "./take_rows.ts";

/** Whether a classifier tells samples from data. */
export interface ClassifierTwoSample {
  /** Share of held-out rows told right, in [0, 1]; 0.5 where the sets cannot be told apart. */
  readonly accuracy: number;
  /** Chance of that accuracy or more, if the sets were of one law. */
  readonly p: number;
  /** Held-out rows, as many of each set. */
  readonly testCount: number;
}

/** Options of `testByClassifier()`. */
export interface ClassifierTwoSampleOptions {
  /** Strength of the linear probe, C > 0; 1 unless given. */
  readonly strength?: number;
}

/**
 * Tests whether a linear classifier can tell samples from data that it was not fitted to.
 *
 * Features [n, d] and [m, d]; equal parts of both are drawn, one half fits and one half tests. The
 * accuracy is in [0, 1] and the lower the better; p is exact for guessing, binomial with chance 0.5.
 *
 * A linear map sees means: sets of one mean and different spread pass, unless the features are those
 * of a network. A small p says that the sets differ, the accuracy by how much. Cost: that of the
 * probe.
 *
 * @param fake Features of the samples; at least 4 rows.
 * @param real Features of the data; at least 4 rows.
 * @param key Names the draw; takes its step and the next.
 * @param options The strength of the classifier.
 * @returns Accuracy, p, and count.
 * @throws {TypeError} If the sets differ in their columns, or hold NaN or Infinity.
 * @throws {RangeError} If a set has fewer than 4 rows.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { testByClassifier } from "./classifier_two_sample.ts";
 *
 * const fake = { data: Float64Array.of(1, 2, 3, 4), rows: 4, columns: 1 };
 * const real = { data: Float64Array.of(-1, -2, -3, -4), rows: 4, columns: 1 };
 * const key = { seed: 0, stream: "two-sample", step: 0 };
 * assertEquals(testByClassifier(fake, real, key).accuracy, 1);
 * ```
 *
 * Source: Lopez-Paz & Oquab 2017, "Revisiting Classifier Two-Sample Tests", arXiv:1610.06545.
 */
export function testByClassifier(
  fake: FeatureMatrix,
  real: FeatureMatrix,
  key: DrawKey,
  { strength = 1 }: ClassifierTwoSampleOptions = {},
): ClassifierTwoSample {
  requireEqualColumns(fake, real, "test by a classifier");
  const half = Math.floor(Math.min(fake.rows, real.rows) / 2);
  if (half < 2) {
    throw new RangeError(
      `Cannot test by a classifier "${fake.rows}" samples and "${real.rows}" rows of data: at least ` +
        `4 of each are wanted`,
    );
  }
  const orders = [fake, real].map((set, i) =>
    drawPermutation({ ...key, step: key.step + i }, set.rows)
  );
  const labels = Uint8Array.from({ length: 2 * half }, (_, row) => Number(row >= half));
  const [training, held] = [0, half].map((from) =>
    stack(...[fake, real].map((set, i) => takeRows(set, orders[i].subarray(from, from + half))))
  );
  const probe = fitLinearProbe({ features: training, labels }, { classCount: 2, strength });
  const accuracy = measureAccuracy(classifyByProbe(probe, held), labels);
  const right = Math.round(accuracy * labels.length);
  // P (X >= right) of a binomial is an incomplete beta function (DLMF 8.17.5).
  const p = right === 0
    ? 1
    : computeIncompleteBeta(0.5, { a: right, b: labels.length - right + 1 });
  return { accuracy, p, testCount: labels.length };
}

function stack(...sets: FeatureMatrix[]): FeatureMatrix {
  const rows = sets.reduce((total, set) => total + set.rows, 0), columns = sets[0].columns;
  const data = new Float64Array(rows * columns);
  let at = 0;
  for (const set of sets) {
    data.set(set.data, at);
    at += set.data.length;
  }
  return { data, rows, columns };
}
