import { drawNormal } from "../../src/engine/random.ts";
import type { FeatureMatrix } from "../../src/metrics/feature_matrix.ts";

/** Options of `makePoints()`. */
export interface MakePointsOptions {
  /** Number of points. */
  readonly rows: number;
  /** Number of features. */
  readonly columns: number;
  /** Of the draw; 1 unless given. */
  readonly seed?: number;
  /** Standard deviation of each feature; 1 unless given. */
  readonly spread?: number;
  /** Mean of each feature; 0 unless given. */
  readonly mean?: number;
}

/** Makes normally distributed points, the same for the same options. */
export function makePoints(options: MakePointsOptions): FeatureMatrix {
  const { rows, columns, seed = 1, spread = 1, mean = 0 } = options;
  const normal = drawNormal({ seed, stream: "points", step: 0 }, rows * columns);
  return { data: Float64Array.from(normal, (z) => mean + spread * z), rows, columns };
}
