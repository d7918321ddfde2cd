import type { FeatureMatrix } from "../feature_matrix.ts";

/** What points are shifted and scaled by. */
export interface Frame {
  /** What is subtracted, [d]. */
  readonly centre: ArrayLike<number>;
  /** What is multiplied by then: a power of 2, which is exact. */
  readonly scale: number;
}

/**
 * Hands over points value by value, centred and scaled, so that they can be laid out anew without a copy between.
 *
 * @param set The points, [n, d].
 * @param frame Centre and scale.
 * @param write Told each value, feature by feature of point by point.
 * @returns The squared lengths of the points as handed over, [n]; with a scale of 1 those of `measureNorms()`.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { copyPoints } from "./copy_points.ts";
 *
 * const set = { data: Float64Array.of(4, 5, 1, 3), rows: 2, columns: 2 };
 * const values: number[] = [];
 * const norms = copyPoints(set, { centre: [1, 1], scale: 2 }, (_point, _feature, value) => values.push(value));
 * assertEquals(values, [6, 8, 0, 4]);
 * assertEquals([...norms], [100, 16]);
 * ```
 */
export function copyPoints(
  set: FeatureMatrix,
  { centre, scale }: Frame,
  write: (point: number, feature: number, value: number) => void,
): Float64Array {
  const norms = new Float64Array(set.rows);
  eachValue(set, (value, point, feature) => {
    const scaled = (value - centre[feature]) * scale;
    norms[point] += scaled * scaled;
    write(point, feature, scaled);
  });
  return norms;
}

/** Reads every value of a set, feature by feature of point by point. */
export function eachValue(
  { data, rows, columns }: FeatureMatrix,
  use: (value: number, point: number, feature: number) => void,
): void {
  for (let point = 0, at = 0; point < rows; point++) {
    for (let feature = 0; feature < columns; feature++) use(data[at++], point, feature);
  }
}
