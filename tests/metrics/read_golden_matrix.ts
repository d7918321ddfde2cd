import type { FeatureMatrix } from "../../src/metrics/feature_matrix.ts";

/** Makes a feature matrix of the rows of a golden file; numbers are one column. */
export function readGoldenMatrix(rows: number[][] | number[]): FeatureMatrix {
  const nested = rows.map((row) => typeof row === "number" ? [row] : row);
  const columns = nested[0].length;
  return { data: Float64Array.from(nested.flat()), rows: rows.length, columns };
}
