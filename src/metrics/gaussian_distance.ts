import { EigenvalueDecomposition, Matrix, SingularValueDecomposition } from "ml-matrix";
import type { MeanCovariance } from "./mean_covariance.ts";

/**
 * Measures the squared 2-Wasserstein (Fréchet) distance of two Gaussians:
 * ‖m₁ - m₂‖² + tr S₁ + tr S₂ - 2 tr (S₁^½ S₂ S₁^½)^½.
 *
 * Means [d] and covariances [d, d]; the result is >= 0, in squared units of the features.
 *
 * The last trace is the sum of the singular values of S₁^½ S₂^½, which are the roots of the
 * eigenvalues of S₁^½ S₂ S₁^½. Taking them without squaring keeps dead features and singular
 * covariances (n <= d) free of the noise √1e-16 that every null direction adds otherwise. Cost
 * O(d³): 0.05 s for d = 128.
 *
 * @param first Moments of the one set.
 * @param second Moments of the other; the order does not matter.
 * @returns The squared distance, never negative.
 * @throws {TypeError} If the two differ in their number of features.
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { measureGaussianDistance } from "./gaussian_distance.ts";
 *
 * const narrow = { mean: Float64Array.of(0), covariance: Float64Array.of(1) };
 * const wide = { mean: Float64Array.of(3), covariance: Float64Array.of(4) };
 * assertAlmostEquals(measureGaussianDistance(narrow, wide), 3 ** 2 + (2 - 1) ** 2);
 * ```
 *
 * Source: Dowson & Landau 1982, "The Fréchet distance between multivariate normal distributions",
 * eq. 4.
 */
export function measureGaussianDistance(first: MeanCovariance, second: MeanCovariance): number {
  const d = first.mean.length;
  if (second.mean.length !== d) {
    throw new TypeError(
      `Cannot measure the distance of Gaussians "[${d}]" and "[${second.mean.length}]": their ` +
        `numbers of features differ; equal numbers are wanted`,
    );
  }
  let distance = 0;
  for (let i = 0; i < d; i++) {
    const at = i * d + i;
    distance += (first.mean[i] - second.mean[i]) ** 2;
    distance += first.covariance[at] + second.covariance[at];
  }
  // A power of 2 changes no digit, and keeps products of roots within range.
  const scale = findScale(first, second);
  const [root, other] = [first, second].map((moments) => findRoot(moments, scale));
  return Math.max(0, distance - 2 * sumSingularValues(root, other) / scale);
}

/** The power of 2 that brings the largest variance to about 1. */
function findScale(...sets: readonly MeanCovariance[]): number {
  let largest = 0;
  for (const { mean: { length: d }, covariance } of sets) {
    for (let i = 0; i < d; i++) largest = Math.max(largest, covariance[i * d + i]);
  }
  return largest > 0 ? 2 ** -Math.round(Math.log2(largest)) : 1;
}

/** R of rank rows with RᵀR = S · scale: its eigenvectors, scaled by the roots of their eigenvalues. */
function findRoot({ mean, covariance }: MeanCovariance, scale: number): Matrix {
  const d = mean.length;
  const scaled = covariance.map((value) => value * scale);
  const decomposition = new EigenvalueDecomposition(Matrix.from1DArray(d, d, scaled), {
    assumeSymmetric: true,
  });
  const values = decomposition.realEigenvalues;
  // The rank rule of LAPACK and NumPy: what lies below is rounding, of either sign.
  const floor = Math.max(...values) * d * Number.EPSILON;
  const kept = values.flatMap((value, index) => value > floor && value > 0 ? [index] : []);
  const root = Matrix.zeros(kept.length, d);
  kept.forEach((index, row) => {
    const scale = Math.sqrt(values[index]);
    for (let j = 0; j < d; j++) {
      root.set(row, j, decomposition.eigenvectorMatrix.get(j, index) * scale);
    }
  });
  return root;
}

function sumSingularValues(first: Matrix, second: Matrix): number {
  if (first.rows === 0 || second.rows === 0) return 0;
  const decomposition = new SingularValueDecomposition(first.mmul(second.transpose()), {
    computeLeftSingularVectors: false,
    computeRightSingularVectors: false,
    autoTranspose: true,
  });
  return decomposition.diagonal.reduce((total, value) => total + value, 0);
}
