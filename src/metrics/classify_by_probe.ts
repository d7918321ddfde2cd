import type { FeatureMatrix } from "./feature_matrix.ts";
import type { LinearProbe } from "./linear_probe.ts";
import { requireEqualColumns } from "./require_equal_columns.ts";
import { requireFeatures } from "./require_features.ts";

/**
 * Classifies rows by a linear probe; of equal scores the lowest class wins.
 *
 * @param probe The probe.
 * @param features The rows, [m, d].
 * @returns The class of each, [m].
 * @throws {TypeError} If the features are not those of the probe, or hold NaN or Infinity.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { classifyByProbe } from "./classify_by_probe.ts";
 *
 * const weights = { data: Float64Array.of(1, -1), rows: 2, columns: 1 };
 * const probe = { weights, intercepts: Float64Array.of(0, 0), objective: 0 };
 * const features = { data: Float64Array.of(3, -3), rows: 2, columns: 1 };
 * assertEquals([...classifyByProbe(probe, features)], [0, 1]);
 * ```
 */
export function classifyByProbe(probe: LinearProbe, features: FeatureMatrix): Uint32Array {
  requireFeatures(features, "classify");
  requireEqualColumns(features, probe.weights, "classify by a probe");
  const { data, rows: classCount, columns: d } = probe.weights;
  return Uint32Array.from({ length: features.rows }, (_, row) => {
    let best = 0, bestScore = -Infinity;
    for (let c = 0; c < classCount; c++) {
      let score = probe.intercepts[c];
      for (let k = 0; k < d; k++) score += data[c * d + k] * features.data[row * d + k];
      if (score > bestScore) {
        best = c;
        bestScore = score;
      }
    }
    return best;
  });
}
