import type { FeatureMatrix } from "./feature_matrix.ts";
import type { MeanCovariance } from "./mean_covariance.ts";

/**
 * Finds a root of a covariance: R of as many rows as its rank, with RᵀR = S · scale.
 *
 * It is Cholesky's factor with complete pivoting: each row takes the feature of which most variance is left. Where no more is
 * left than d ε of the largest variance, the rest is rounding, of either sign, and the root ends: the rank rule of LAPACK's
 * `dpstrf`. Cost d³ / 2 products: 1 s for d = 1,024.
 *
 * @param moments The covariance, [d, d].
 * @param scale What the covariance is multiplied by, > 0.
 * @returns The root, [rank, d].
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { findGaussianRoot } from "./gaussian_root.ts";
 *
 * const moments = { mean: Float64Array.of(0), covariance: Float64Array.of(2) };
 * assertEquals([...findGaussianRoot(moments, 8).data], [4]);
 * ```
 *
 * Source: Higham 2002, "Accuracy and Stability of Numerical Algorithms", section 10.3.
 */
export function findGaussianRoot(
  { mean, covariance }: MeanCovariance,
  scale: number,
): FeatureMatrix {
  const d = mean.length;
  const root = new Float64Array(d * d);
  // The variance of each feature that the rows so far leave.
  const left = mean.map((_, j) => covariance[j * d + j] * scale);
  const floor = findLargest(left).value * d * Number.EPSILON;
  let rank = 0;
  for (; rank < d; rank++) {
    const { value, at: pivot } = findLargest(left);
    if (value <= floor) break;
    const row = root.subarray(rank * d, (rank + 1) * d);
    for (let j = 0; j < d; j++) row[j] = covariance[pivot * d + j] * scale;
    subtractRows(row, { root, rank, pivot });
    const deviation = Math.sqrt(value);
    for (let j = 0; j < d; j++) {
      row[j] /= deviation;
      left[j] -= row[j] ** 2;
    }
    row[pivot] = deviation;
    left[pivot] = 0;
  }
  return { data: root.slice(0, rank * d), rows: rank, columns: d };
}

function findLargest(values: Float64Array): { readonly value: number; readonly at: number } {
  let at = 0;
  for (let j = 1; j < values.length; j++) if (values[j] > values[at]) at = j;
  return { value: values[at], at };
}

/** Subtracts from a row of the covariance what the rows of the root so far make of it. */
function subtractRows(
  row: Float64Array,
  { root, rank, pivot }: {
    readonly root: Float64Array;
    readonly rank: number;
    readonly pivot: number;
  },
): void {
  const d = row.length;
  for (let k = 0; k < rank; k++) {
    const factor = root[k * d + pivot], from = k * d;
    for (let j = 0; j < d; j++) row[j] -= factor * root[from + j];
  }
}
