import { measureSquaredDistance } from "./distances/squared_distance.ts";
import type { FeatureMatrix } from "./feature_matrix.ts";
import { requireEqualColumns } from "./require_equal_columns.ts";
import { requireFeatures } from "./require_features.ts";

/** Rows of both sets together, at most: 18 million distances, 144 MB. */
const MOST_ROWS = 6000;

/**
 * Finds the median distance of all pairs of the pooled sets, the usual bandwidth of a Gaussian
 * kernel ("median heuristic").
 *
 * Features [n, d] and [m, d]; the result is in units of the features. Of an even number of pairs it
 * is the mean of the two middle distances (of distances, not of their squares); a row is no pair with
 * itself.
 *
 * It depends on both sets: to compare generators by one kernel, take it from two halves of the data.
 * Cost O((n + m)² (d + log (n + m))): 0.4 s for 2,000 × 128 pooled.
 *
 * @param first The one set.
 * @param second The other; at most 6,000 rows together.
 * @returns The median distance.
 * @throws {TypeError} If the sets differ in their columns, or hold NaN or Infinity.
 * @throws {RangeError} If there are fewer than 2 rows together, or too many.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { findMedianDistance } from "./median_distance.ts";
 *
 * const first = { data: Float64Array.of(0, 1), rows: 2, columns: 1 };
 * const second = { data: Float64Array.of(5), rows: 1, columns: 1 };
 * assertEquals(findMedianDistance(first, second), 4);
 * ```
 *
 * Source: Gretton et al. 2012, "A Kernel Two-Sample Test", JMLR 13, section 8.
 */
export function findMedianDistance(first: FeatureMatrix, second: FeatureMatrix): number {
  const action = "find the median distance of";
  requireFeatures(first, action);
  requireFeatures(second, action);
  requireEqualColumns(first, second, action);
  const rows = first.rows + second.rows, d = first.columns;
  if (rows > MOST_ROWS) {
    throw new RangeError(
      `Cannot ${action} "${rows}" rows: at most ${MOST_ROWS} are wanted; take a part of each set`,
    );
  }
  const pooled = new Float64Array(rows * d);
  pooled.set(first.data);
  pooled.set(second.data, first.rows * d);
  const squares = new Float64Array(rows * (rows - 1) / 2);
  for (let i = 1, at = 0; i < rows; i++) {
    for (let j = 0; j < i; j++) {
      squares[at++] = measureSquaredDistance(pooled, i * d, pooled, j * d, d);
    }
  }
  squares.sort();
  const middle = squares.length >> 1;
  const upper = Math.sqrt(squares[middle]);
  return squares.length % 2 === 1 ? upper : (Math.sqrt(squares[middle - 1]) + upper) / 2;
}
