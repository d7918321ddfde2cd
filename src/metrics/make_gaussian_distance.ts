import { Matrix, SingularValueDecomposition } from "ml-matrix";
import { scanPairProducts } from "./distances/pair_products.ts";
import type { FeatureMatrix } from "./feature_matrix.ts";
import { findGaussianRoot } from "./gaussian_root.ts";
import type { MeanCovariance } from "./mean_covariance.ts";
import { scaleToOne } from "./scale_to_one.ts";

/**
 * Prepares to measure the distances of many Gaussians from one, whose root is taken once; each has the bits of
 * `measureGaussianDistance()`.
 *
 * @param second Moments that all are compared with.
 * @returns The squared distance from it, by the moments of another; it throws as `measureGaussianDistance()` does.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { makeGaussianDistance } from "./make_gaussian_distance.ts";
 *
 * const make = (mean: number) => ({
 *   mean: Float64Array.of(mean),
 *   covariance: Float64Array.of(1),
 * });
 * assertEquals([1, 2, 3].map(make).map(makeGaussianDistance(make(0))), [1, 4, 9]);
 * ```
 */
export function makeGaussianDistance(
  second: MeanCovariance,
): (first: MeanCovariance) => number {
  const d = second.mean.length;
  const secondVariance = findLargestVariance(second);
  // A root scaled by another power of 2 may differ in its last bits.
  const roots = new Map<number, FeatureMatrix>();
  return (first) => {
    if (first.mean.length !== d) {
      throw new TypeError(
        `Cannot measure the distance of Gaussians "[${first.mean.length}]" and "[${d}]": their ` +
          `numbers of features differ; equal numbers are wanted`,
      );
    }
    const firstVariance = findLargestVariance(first);
    let distance = 0;
    for (let i = 0; i < d; i++) {
      const at = i * d + i;
      distance += (first.mean[i] - second.mean[i]) ** 2;
      distance += first.covariance[at] + second.covariance[at];
    }
    // A power of 2 changes no digit, and keeps products of roots within range.
    const scale = scaleToOne(Math.max(firstVariance, secondVariance));
    const other = roots.get(scale) ?? findGaussianRoot(second, scale);
    roots.set(scale, other);
    const root = findGaussianRoot(first, scale);
    return Math.max(0, distance - 2 * sumSingularValues(root, other) / scale);
  };
}

function findLargestVariance({ mean: { length: d }, covariance }: MeanCovariance): number {
  const bad = covariance.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) {
    throw new RangeError(
      `Cannot measure the distance of Gaussians of "${d}" features: the covariance at row ` +
        `${Math.floor(bad / d)}, column ${bad % d} is ${covariance[bad]}; finite ones are wanted`,
    );
  }
  let largest = 0;
  for (let i = 0; i < d; i++) largest = Math.max(largest, covariance[i * d + i]);
  return largest;
}

function sumSingularValues(first: FeatureMatrix, second: FeatureMatrix): number {
  if (first.rows === 0 || second.rows === 0) return 0;
  const products = Matrix.zeros(first.rows, second.rows);
  scanPairProducts(first, second, (row, column, product) => products.set(row, column, product));
  const decomposition = new SingularValueDecomposition(products, {
    computeLeftSingularVectors: false,
    computeRightSingularVectors: false,
    autoTranspose: true,
  });
  return decomposition.diagonal.reduce((total, value) => total + value, 0);
}
