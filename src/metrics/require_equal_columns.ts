import type { FeatureMatrix } from "./feature_matrix.ts";

/**
 * Refuses two sets of features that do not lie in one space.
 *
 * @param first The one set.
 * @param second The other.
 * @param action What was wanted of them, such as "measure the Fréchet distance of".
 * @throws {TypeError} If the sets differ in their number of columns.
 * @example
 * ```ts
 * import { assertThrows } from "@std/assert";
 * import { requireEqualColumns } from "./require_equal_columns.ts";
 *
 * const one = { data: Float32Array.of(1), rows: 1, columns: 1 };
 * const two = { data: Float32Array.of(1, 2), rows: 1, columns: 2 };
 * assertThrows(
 *   () => requireEqualColumns(one, two, "compare"),
 *   TypeError,
 *   'Cannot compare "[1, 1]" and "[1, 2]": their columns differ',
 * );
 * ```
 */
export function requireEqualColumns(
  first: FeatureMatrix,
  second: FeatureMatrix,
  action: string,
): void {
  if (first.columns === second.columns) return;
  throw new TypeError(
    `Cannot ${action} "[${first.rows}, ${first.columns}]" and "[${second.rows}, ` +
      `${second.columns}]": their columns differ; equal numbers of columns are wanted`,
  );
}
