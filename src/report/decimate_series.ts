/**
 * Thins a line for drawing: cuts it into pieces of equal length and keeps the lowest and the highest point of
 * each, in order, so that no peak is lost. Values that are not finite are dropped.
 *
 * @param values The line, in order.
 * @param limit The most points to keep, at least 2.
 * @returns Indices of all finite values when they are few enough, else of at most `limit` of them.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { decimateSeries } from "./decimate_series.ts";
 *
 * assertEquals(decimateSeries([0, 9, 1, 2, 3, -5, 4, 5], 4), [0, 1, 5, 7]);
 * ```
 */
export function decimateSeries(values: ArrayLike<number>, limit: number): number[] {
  const usable: number[] = [];
  for (let index = 0; index < values.length; index++) {
    if (Number.isFinite(values[index])) usable.push(index);
  }
  if (usable.length <= limit) return usable;
  const pieces = Math.floor(limit / 2);
  const kept: number[] = [];
  for (let piece = 0; piece < pieces; piece++) {
    const start = Math.floor(piece * usable.length / pieces);
    const end = Math.floor((piece + 1) * usable.length / pieces);
    let lowest = usable[start];
    let highest = usable[start];
    for (let at = start + 1; at < end; at++) {
      if (values[usable[at]] < values[lowest]) lowest = usable[at];
      if (values[usable[at]] > values[highest]) highest = usable[at];
    }
    kept.push(Math.min(lowest, highest));
    if (lowest !== highest) kept.push(Math.max(lowest, highest));
  }
  return kept;
}
