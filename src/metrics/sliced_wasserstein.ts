import type { FeatureMatrix } from "./feature_matrix.ts";
import { requireEqualColumns } from "./require_equal_columns.ts";
import { requireFeatures } from "./require_features.ts";

/** Options of `measureSlicedWasserstein()`. */
export interface SlicedWassersteinOptions {
  /** Directions to look along, one row each, taken as they are; `drawDirections()` draws some. */
  readonly directions: FeatureMatrix;
  /** The order, >= 1; 2 unless given. */
  readonly power?: number;
}

/**
 * Measures the sliced Wasserstein distance of two sets: (mean over directions u of W_p^p of u·x and
 * u·y)^(1/p).
 *
 * Features [n, d] and [m, d]; the result is in units of the features. Lower is better.
 *
 * Along random directions of many dimensions all sets look Gaussian: small differences of two
 * values need many directions, and the same ones for both. Means over directions are of p-th powers,
 * roots come last. Cost O(L (n + m) (d + log n)) for L directions: 1.1 s for 10,000 × 128 and 64.
 *
 * @param fake Features of the samples.
 * @param real Features of the data; swapping the two changes nothing.
 * @param options Directions and order.
 * @returns The distance.
 * @throws {TypeError} If sets and directions differ in their columns, or hold NaN or Infinity.
 * @throws {RangeError} If a set is empty, or the order is below 1.
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { measureSlicedWasserstein } from "./sliced_wasserstein.ts";
 *
 * const fake = { data: Float64Array.of(0, 0), rows: 1, columns: 2 };
 * const real = { data: Float64Array.of(3, 4), rows: 1, columns: 2 };
 * const directions = { data: Float64Array.of(1, 0, 0, 1), rows: 2, columns: 2 };
 * const distance = measureSlicedWasserstein(fake, real, { directions });
 * assertAlmostEquals(distance, Math.sqrt((9 + 16) / 2));
 * ```
 *
 * Source: Rabin et al. 2012, "Wasserstein Barycenter and Its Application to Texture Mixing", eq. 5;
 * Bonneel et al. 2015.
 */
export function measureSlicedWasserstein(
  fake: FeatureMatrix,
  real: FeatureMatrix,
  { directions, power = 2 }: SlicedWassersteinOptions,
): number {
  const action = "measure the sliced Wasserstein distance of";
  for (const set of [fake, real, directions]) requireFeatures(set, action);
  requireEqualColumns(fake, real, action);
  requireEqualColumns(fake, directions, action);
  if (!(power >= 1 && power < Infinity)) {
    throw new RangeError(`Cannot ${action} order "${power}": >= 1 is wanted`);
  }
  const d = directions.columns;
  let total = 0;
  for (let row = 0; row < directions.rows; row++) {
    const direction = directions.data.subarray(row * d, (row + 1) * d);
    total += measureCost(project(fake, direction), project(real, direction), power);
  }
  return (total / directions.rows) ** (1 / power);
}

function project({ data, rows, columns }: FeatureMatrix, direction: ArrayLike<number>) {
  const projected = new Float64Array(rows);
  for (let row = 0, at = 0; row < rows; row++) {
    for (let k = 0; k < columns; k++, at++) projected[row] += data[at] * direction[k];
  }
  return projected.sort();
}

/** W_p^p of two sorted sets; each x holds m units of mass, each y n. */
function measureCost(x: Float64Array, y: Float64Array, power: number): number {
  const n = x.length, m = y.length;
  let cost = 0;
  for (let i = 0, j = 0, xRest = m, yRest = n; i < n;) {
    const moved = Math.min(xRest, yRest);
    const distance = Math.abs(x[i] - y[j]);
    cost += moved * (power === 2 ? distance * distance : distance ** power);
    xRest -= moved;
    yRest -= moved;
    if (xRest === 0) {
      i++;
      xRest = m;
    }
    if (yRest === 0) {
      j++;
      yRest = n;
    }
  }
  return cost / (n * m);
}
