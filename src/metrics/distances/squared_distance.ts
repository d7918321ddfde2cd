/**
 * Measures the squared Euclidean distance of two rows: Σ (x - y)².
 *
 * The squares are added in four sums, of features 0, 4, 8, …, 1, 5, 9, … and so on, and those as
 * (0 + 1) + (2 + 3): a fixed order, so the value is the same on every machine, and the same when the
 * rows trade places. It is 0 for equal rows and loses no digits to a large mean, as
 * ‖x‖² + ‖y‖² - 2 x·y would.
 *
 * @param x Values that hold the one row from `xOffset` on.
 * @param xOffset Index of its first feature.
 * @param y Values that hold the other row from `yOffset` on.
 * @param yOffset Index of its first feature.
 * @param columns Number of features.
 * @returns The squared distance, >= 0.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { measureSquaredDistance } from "./squared_distance.ts";
 *
 * const points = Float64Array.of(1, 1, 4, 5);
 * assertEquals(measureSquaredDistance(points, 0, points, 2, 2), 25);
 * ```
 */
export function measureSquaredDistance(
  x: Float64Array,
  xOffset: number,
  y: Float64Array,
  yOffset: number,
  columns: number,
): number {
  let a = 0, b = 0, c = 0, d = 0, k = 0;
  for (; k + 3 < columns; k += 4) {
    const at = xOffset + k, to = yOffset + k;
    const p = x[at] - y[to], q = x[at + 1] - y[to + 1];
    const r = x[at + 2] - y[to + 2], s = x[at + 3] - y[to + 3];
    a += p * p;
    b += q * q;
    c += r * r;
    d += s * s;
  }
  if (k < columns) a += (x[xOffset + k] - y[yOffset + k]) ** 2;
  if (k + 1 < columns) b += (x[xOffset + k + 1] - y[yOffset + k + 1]) ** 2;
  if (k + 2 < columns) c += (x[xOffset + k + 2] - y[yOffset + k + 2]) ** 2;
  return (a + b) + (c + d);
}
