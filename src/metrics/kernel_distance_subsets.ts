import type { FeatureMatrix } from "./feature_matrix.ts";
import { measureKernelDistance } from "./kernel_distance.ts";
import { takeRows } from "./take_rows.ts";

/** The kernel distance over subsets. */
export interface KernelDistanceSubsets {
  /** Mean over the subsets. */
  readonly mean: number;
  /** Population standard deviation over the subsets (divided by their number). */
  readonly sd: number;
  /** The value of each subset. */
  readonly values: readonly number[];
}

/** Options of `measureKernelDistanceOverSubsets()`. */
export interface KernelDistanceSubsetsOptions {
  /** Row numbers of the samples for each subset, such as `drawSubsets()` draws. */
  readonly fakeSubsets: readonly ArrayLike<number>[];
  /** Row numbers of the data for each subset; as many subsets. */
  readonly realSubsets: readonly ArrayLike<number>[];
}

/**
 * Measures the kernel distance over subsets, the protocol by which papers report KID: mean and
 * spread of `measureKernelDistance()` over, usually, 100 pairs of 1,000 rows.
 *
 * The spread is that of one subset's value. It is no standard error: subsets overlap, and it says
 * nothing about other seeds of the generator.
 *
 * Cost, for s subsets of r rows: O(s r² d), 4 s for 100 × 1,000 × 128.
 *
 * @param fake Features of the samples.
 * @param real Features of the data.
 * @param options The rows of each subset.
 * @returns Mean, standard deviation and values.
 * @throws {TypeError} If the sets differ in their columns, or hold NaN or Infinity.
 * @throws {RangeError} If there is no subset, their numbers differ, or a row does not exist.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { measureKernelDistanceOverSubsets } from "./kernel_distance_subsets.ts";
 *
 * const fake = { data: Float64Array.of(1, 1, 1), rows: 3, columns: 1 };
 * const real = { data: Float64Array.of(0, 0, 0), rows: 3, columns: 1 };
 * const subsets = { fakeSubsets: [[0, 1], [1, 2]], realSubsets: [[0, 2], [1, 0]] };
 * const { mean, sd } = measureKernelDistanceOverSubsets(fake, real, subsets);
 * assertEquals([mean, sd], [7, 0]);
 * ```
 *
 * Source: Bińkowski et al. 2018, arXiv:1801.01401, section 4; defaults of torch-fidelity.
 */
export function measureKernelDistanceOverSubsets(
  fake: FeatureMatrix,
  real: FeatureMatrix,
  { fakeSubsets, realSubsets }: KernelDistanceSubsetsOptions,
): KernelDistanceSubsets {
  if (fakeSubsets.length !== realSubsets.length || fakeSubsets.length === 0) {
    throw new RangeError(
      `Cannot measure the kernel distance over "${fakeSubsets.length}" and ` +
        `"${realSubsets.length}" subsets: equal numbers, at least 1, are wanted`,
    );
  }
  const values = fakeSubsets.map((rows, index) =>
    measureKernelDistance(takeRows(fake, rows), takeRows(real, realSubsets[index]))
  );
  const mean = values.reduce((total, value) => total + value, 0) / values.length;
  const variance = values.reduce((total, value) => total + (value - mean) ** 2, 0) / values.length;
  return { mean, sd: Math.sqrt(variance), values };
}
