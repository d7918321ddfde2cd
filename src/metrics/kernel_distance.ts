import type { FeatureMatrix } from "./feature_matrix.ts";
import { estimateMeanDiscrepancy } from "./mean_discrepancy.ts";

/**
 * Measures the kernel distance of two sets, as the Kernel Inception Distance does: the unbiased
 * estimate of MMD² under the kernel k (x, y) = (x·y / d + 1)³.
 *
 * Features [n, d] and [m, d]. Lower is better; the expectation is 0 for samples of the data's own
 * law at any sample count, so single values can be < 0 and are not clipped.
 *
 * The kernel compares means, covariances and third moments. Like the Fréchet distance it lives in
 * one feature space: of a classifier of our own it is no published KID; papers often print 1,000
 * times the value. Cost O((n² + m²) d / 2 + n m d): 4 s for 10,000 × 128.
 *
 * @param fake Features of the samples; at least 2 rows.
 * @param real Features of the data; swapping the two changes nothing.
 * @returns The estimate of MMD².
 * @throws {TypeError} If the sets differ in their columns, or hold NaN or Infinity.
 * @throws {RangeError} If a set has fewer than 2 rows.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { measureKernelDistance } from "./kernel_distance.ts";
 *
 * const fake = { data: Float64Array.of(1, 1), rows: 2, columns: 1 };
 * const real = { data: Float64Array.of(0, 0), rows: 2, columns: 1 };
 * assertEquals(measureKernelDistance(fake, real), 2 ** 3 + 1 - 2 * 1);
 * ```
 *
 * Source: Bińkowski et al. 2018, "Demystifying MMD GANs", arXiv:1801.01401, section 4.
 */
export function measureKernelDistance(fake: FeatureMatrix, real: FeatureMatrix): number {
  const d = fake.columns;
  return estimateMeanDiscrepancy(fake, real, (product) => {
    const base = product / d + 1;
    return base * base * base;
  }).unbiased;
}
