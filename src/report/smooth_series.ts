/**
 * Smooths a series by a centred moving average; a value that is not finite is left out of every average.
 *
 * @param values The series, any length.
 * @param width How many neighbours an average takes in, itself included; at least 1. An even number counts as the next, so
 * that the window is centred.
 * @returns Averages, as many as values; NaN where a whole window has no finite value.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { smoothSeries } from "./smooth_series.ts";
 *
 * assertEquals(smoothSeries([0, 3, 0, 3], 3), [1.5, 1, 2, 1.5]);
 * ```
 */
export function smoothSeries(values: ArrayLike<number>, width: number): number[] {
  const half = Math.floor(width / 2);
  const sums = new Float64Array(values.length + 1);
  // What rounding took from each sum (Neumaier 1974), so that one huge value wipes out no later ones.
  const rests = new Float64Array(values.length + 1);
  const counts = new Uint32Array(values.length + 1);
  for (let index = 0; index < values.length; index++) {
    const isUsable = Number.isFinite(values[index]);
    const value = isUsable ? values[index] : 0;
    const before = sums[index], sum = before + value;
    sums[index + 1] = sum;
    rests[index + 1] = rests[index] +
      (Math.abs(before) >= Math.abs(value) ? before - sum + value : value - sum + before);
    counts[index + 1] = counts[index] + (isUsable ? 1 : 0);
  }
  return Array.from({ length: values.length }, (_, index) => {
    const start = Math.max(0, index - half);
    const end = Math.min(values.length, index + half + 1);
    const sum = sums[end] - sums[start] + (rests[end] - rests[start]);
    return sum / (counts[end] - counts[start]);
  });
}
