import type { FeatureMatrix } from "./feature_matrix.ts";

/** Options of `requireFeatures()`. */
export interface RequireFeaturesOptions {
  /** The fewest rows that make sense; 1 unless given. */
  readonly minRows?: number;
  /** Whether squared distances are taken of them: features beyond ±1e150 are refused then; false unless given. */
  readonly isSquared?: boolean;
}

/** The sum of squared differences of larger features may leave float64's range. */
const MOST_SQUARED = 1e150;

/**
 * Refuses features that nothing can be measured on.
 *
 * @param features The rows; each value is read once.
 * @param action What was wanted of them, such as "compute the covariance of".
 * @param options The fewest rows, and what becomes of the values.
 * @throws {TypeError} If the data does not hold rows × columns values, or holds NaN or Infinity.
 * @throws {RangeError} If there are too few rows, or too large features.
 * @example
 * ```ts
 * import { assertThrows } from "@std/assert";
 * import { requireFeatures } from "./require_features.ts";
 *
 * const features = { data: Float32Array.of(1, NaN), rows: 1, columns: 2 };
 * assertThrows(
 *   () => requireFeatures(features, "measure"),
 *   TypeError,
 *   'Cannot measure features "[1, 2]": row 0, column 1 is NaN; finite values are wanted',
 * );
 * ```
 */
export function requireFeatures(
  { data, rows, columns }: FeatureMatrix,
  action: string,
  { minRows = 1, isSquared = false }: RequireFeaturesOptions = {},
): void {
  const refusal = `Cannot ${action} features "[${rows}, ${columns}]"`;
  if (data.length !== rows * columns || columns < 1) {
    throw new TypeError(
      `${refusal}: data holds ${data.length} values; rows × columns values and at least 1 column ` +
        `are wanted`,
    );
  }
  if (rows < minRows) {
    throw new RangeError(
      `${refusal}: rows is ${rows}; at least ${minRows} row${
        minRows === 1 ? " is" : "s are"
      } wanted`,
    );
  }
  const most = isSquared ? MOST_SQUARED : Number.MAX_VALUE;
  for (let i = 0; i < data.length; i++) {
    if (Math.abs(data[i]) <= most) continue;
    const place = `row ${Math.floor(i / columns)}, column ${i % columns} is ${data[i]}`;
    if (!Number.isFinite(data[i])) {
      throw new TypeError(`${refusal}: ${place}; finite values are wanted`);
    }
    throw new RangeError(
      `${refusal}: ${place}, and squared distances may leave float64's range; features up to ` +
        `${most} are wanted`,
    );
  }
}
