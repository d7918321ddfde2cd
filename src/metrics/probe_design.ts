import { computeMean } from "./compute_mean.ts";
import type { FeatureMatrix } from "./feature_matrix.ts";

/** Features in the units that a linear probe is searched in, with a last column for its intercept. */
export interface ProbeDesign {
  /** The rows, [n, d + 1]. */
  readonly data: Float64Array;
  /** What was subtracted from each feature, [d]. */
  readonly centre: Float64Array;
  /** What each column was multiplied by, [d + 1]. */
  readonly factors: Float64Array;
  /** What half the square of a weight of these columns costs, [d + 1]. */
  readonly penalties: Float64Array;
}

/**
 * Puts features into units in which every weight of a linear probe has a curvature of about 1, so that the search for the
 * minimum takes few steps whatever the features' own units are.
 *
 * Features [n, d]; each column is centred and divided by √(C n variance) where that is above 1. The minimum stays where it
 * was: the intercept, which carries no penalty, takes up the centre, and the penalty of a weight is divided by the square
 * of what its column was. Cost O(n d).
 *
 * @param features The rows.
 * @param strength C, > 0.
 * @returns The design.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { makeProbeDesign } from "./probe_design.ts";
 *
 * const features = { data: Float64Array.of(5, 5, 7, 7), rows: 4, columns: 1 };
 * const { data, centre, penalties } = makeProbeDesign(features, 4);
 * assertEquals([...centre], [6]);
 * // √(4 · 4 · 1) = 4.
 * assertEquals([data[0], data[4]], [-1 / 4, 1 / 4]);
 * assertEquals([...penalties], [1 / 16, 0]);
 * ```
 */
export function makeProbeDesign(features: FeatureMatrix, strength: number): ProbeDesign {
  const { rows, columns: d } = features;
  const centre = computeMean(features);
  const factors = Float64Array.from(
    { length: d },
    (_, k) => 1 / Math.max(1, Math.sqrt(strength) * measureLength(features, k, centre[k])),
  );
  const intercept = 1 / Math.sqrt(strength * rows);
  const data = new Float64Array(rows * (d + 1));
  for (let row = 0; row < rows; row++) {
    for (let k = 0; k < d; k++) {
      data[row * (d + 1) + k] = (features.data[row * d + k] - centre[k]) * factors[k];
    }
    data[row * (d + 1) + d] = intercept;
  }
  return {
    data,
    centre,
    factors: Float64Array.of(...factors, intercept),
    penalties: Float64Array.of(...factors.map((factor) => factor * factor), 0),
  };
}

/** The length of a centred column, whose square may be out of range. */
function measureLength({ data, rows, columns }: FeatureMatrix, k: number, centre: number): number {
  let largest = 0, squares = 0;
  for (let at = k; at < rows * columns; at += columns) {
    largest = Math.max(largest, Math.abs(data[at] - centre));
  }
  if (largest === 0) return 0;
  for (let at = k; at < rows * columns; at += columns) {
    squares += ((data[at] - centre) / largest) ** 2;
  }
  return largest * Math.sqrt(squares);
}
