import { findNearestOthers } from "./distances/nearest_rows.ts";
import type { FeatureMatrix } from "./feature_matrix.ts";

/** Options of `findDuplicateThreshold()`. */
export interface FindDuplicateThresholdOptions {
  /** Rows of a batch, at least 2. */
  readonly batchSize: number;
}

/**
 * Finds the least distance of two rows within consecutive batches of real data: what is at least as
 * near counts as a duplicate in `countBirthdayDuplicates()`.
 *
 * Features [n, d]; a rest that fills no batch is left out. The more batches are looked at, the smaller
 * it gets, so compare samples and data in batches of one size. It is 0 where data holds copies.
 * Cost O(n s d / 2) for batches of s.
 *
 * @param real Features of the data, in random order; at least one batch.
 * @param options The size of a batch.
 * @returns The distance, >= 0.
 * @throws {TypeError} If the features hold NaN or Infinity.
 * @throws {RangeError} If there is no whole batch, or it has fewer than 2 rows, or features are beyond ±1e150.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { findDuplicateThreshold } from "./duplicate_threshold.ts";
 *
 * const real = { data: Float64Array.of(0, 5, 9, 9.5, 20, 23), rows: 6, columns: 1 };
 * assertEquals(findDuplicateThreshold(real, { batchSize: 3 }), 3);
 * ```
 */
export function findDuplicateThreshold(
  { data, rows, columns }: FeatureMatrix,
  { batchSize }: FindDuplicateThresholdOptions,
): number {
  if (!(Number.isInteger(batchSize) && batchSize >= 2 && batchSize <= rows)) {
    throw new RangeError(
      `Cannot find the duplicate threshold of "${rows}" rows: batch size is ${batchSize}; 2 to ` +
        `${rows} are wanted`,
    );
  }
  let least = Infinity;
  for (let first = 0; first + batchSize <= rows; first += batchSize) {
    const batch = data.subarray(first * columns, (first + batchSize) * columns);
    const { squares } = findNearestOthers({ data: batch, rows: batchSize, columns });
    least = squares.reduce((most, square) => Math.min(most, square), least);
  }
  const distance = Math.sqrt(least);
  // Squared again it must not fall short of the pair that it comes from.
  return distance * distance < least ? distance * (1 + Number.EPSILON) : distance;
}
