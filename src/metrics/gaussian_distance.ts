import { makeGaussianDistance } from "./make_gaussian_distance.ts";
import type { MeanCovariance } from "./mean_covariance.ts";

/**
 * Measures the squared 2-Wasserstein (Fréchet) distance of two Gaussians:
 * ‖m₁ - m₂‖² + tr S₁ + tr S₂ - 2 tr (S₁^½ S₂ S₁^½)^½.
 *
 * Means [d] and covariances [d, d]; the result is >= 0, in squared units of the features.
 *
 * The last trace is the sum of the singular values of R₁ R₂ᵀ for any roots RᵀR = S, as they are the
 * roots of the eigenvalues of S₁^½ S₂ S₁^½. Taking them without squaring keeps dead features and
 * singular covariances (n <= d) free of the noise √1e-16 that every null direction adds otherwise. Cost
 * O(d³): 0.02 s for d = 128.
 *
 * To compare many with one, use `makeGaussianDistance()`.
 *
 * @param first Moments of the one set.
 * @param second Moments of the other; the order does not matter.
 * @returns The squared distance, never negative.
 * @throws {TypeError} If the two differ in their number of features.
 * @throws {RangeError} If a covariance holds NaN or Infinity.
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
  return makeGaussianDistance(second)(first);
}
