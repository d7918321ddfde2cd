import type { FeatureScreenOptions } from "./distances/feature_screen.ts";
import { findNearestOthers } from "./distances/nearest_rows.ts";
import type { FeatureMatrix } from "./feature_matrix.ts";
import { requireEqualColumns } from "./require_equal_columns.ts";
import { requireFeatures } from "./require_features.ts";

/** How often the nearest other point is of the same set. */
export interface NearestNeighbourTest {
  /** Over all points: 0.5 where the sets cannot be told apart. */
  readonly accuracy: number;
  /** Over the real points. */
  readonly realAccuracy: number;
  /** Over the samples. */
  readonly fakeAccuracy: number;
}

/**
 * Tests two sets by their nearest neighbours: leave-one-out accuracy of telling real from fake by the
 * nearest other point of both sets pooled.
 *
 * Features [m, d] and [n, d], as many of each; the accuracies are in [0, 1].
 *
 * Near 0.5 the sets look alike, near 1 they are apart, and below 0.5 samples sit on real points:
 * copies. Read the two sides apart: when samples collapse, fakes find fakes (fake accuracy 1) while
 * real points still find each other or not. With unequal counts chance is not 0.5. Cost
 * O((n + m)² d / 2): 1.5 s for 10,000 × 128 a set.
 *
 * @param fake Features of the samples.
 * @param real Features of the data.
 * @param options Who multiplies.
 * @returns The three accuracies.
 * @throws {TypeError} If the sets differ in their columns, or hold NaN or Infinity.
 * @throws {RangeError} If a set is empty, or has features beyond ±1e150.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { testNearestNeighbours } from "./neighbour_two_sample.ts";
 *
 * const fake = { data: Float64Array.of(0, 1), rows: 2, columns: 1 };
 * const real = { data: Float64Array.of(8, 9), rows: 2, columns: 1 };
 * assertEquals(testNearestNeighbours(fake, real).accuracy, 1);
 * ```
 *
 * Source: Lopez-Paz & Oquab 2017, arXiv:1610.06545; Xu et al. 2018, arXiv:1806.07755, section 2.
 */
export function testNearestNeighbours(
  fake: FeatureMatrix,
  real: FeatureMatrix,
  { multiply }: FeatureScreenOptions = {},
): NearestNeighbourTest {
  const action = "test the nearest neighbours of";
  for (const set of [fake, real]) requireFeatures(set, action, { isSquared: true });
  requireEqualColumns(fake, real, action);
  const data = new Float64Array(fake.data.length + real.data.length);
  data.set(fake.data);
  data.set(real.data, fake.data.length);
  const rows = fake.rows + real.rows;
  const { indices } = findNearestOthers({ data, rows, columns: fake.columns }, { multiply });
  let fakes = 0, reals = 0;
  indices.forEach((other, row) => {
    if (row < fake.rows) fakes += Number(other < fake.rows);
    else reals += Number(other >= fake.rows);
  });
  return {
    accuracy: (fakes + reals) / rows,
    realAccuracy: reals / real.rows,
    fakeAccuracy: fakes / fake.rows,
  };
}
