import type { FeatureMatrix } from "./feature_matrix.ts";

/**
 * Takes some rows of a feature matrix, in the order asked for.
 *
 * @param features The rows, [n, d].
 * @param indices Which rows; the same one may come twice.
 * @returns A copy of those rows, [indices, d], as float64.
 * @throws {RangeError} If there is no such row.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { takeRows } from "./take_rows.ts";
 *
 * const features = { data: Float32Array.of(1, 2, 3, 4), rows: 2, columns: 2 };
 * assertEquals([...takeRows(features, [1, 0]).data], [3, 4, 1, 2]);
 * ```
 */
export function takeRows(
  { data, rows, columns }: FeatureMatrix,
  indices: ArrayLike<number>,
): FeatureMatrix<Float64Array> {
  const taken = new Float64Array(indices.length * columns);
  for (let i = 0; i < indices.length; i++) {
    const row = indices[i];
    if (!(Number.isInteger(row) && row >= 0 && row < rows)) {
      throw new RangeError(
        `Cannot take row "${row}" of features "[${rows}, ${columns}]": a whole number from 0 to ` +
          `${rows - 1} is wanted`,
      );
    }
    taken.set(data.subarray(row * columns, (row + 1) * columns), i * columns);
  }
  return { data: taken, rows: indices.length, columns };
}
