/** A point of a line. */
export interface SeriesPoint {
  readonly step: number;
  readonly value: number;
}

/**
 * Thins a line for drawing: cuts it into pieces of equal length and keeps the lowest and the highest point of
 * each, in order, so that no peak is lost. Points that are not finite are dropped.
 *
 * @param points The line, in order of step.
 * @param limit The most points to keep, at least 2.
 * @returns The line itself when it is short enough, else at most `limit` of its points.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { decimateSeries } from "./decimate_series.ts";
 *
 * const line = [0, 9, 1, 2, 3, -5, 4, 5].map((value, step) => ({ step, value }));
 * assertEquals(decimateSeries(line, 4).map((point) => point.value), [0, 9, -5, 5]);
 * ```
 */
export function decimateSeries(points: readonly SeriesPoint[], limit: number): SeriesPoint[] {
  const usable = points.filter((point) => Number.isFinite(point.value));
  if (usable.length <= limit) return usable;
  const pieces = Math.floor(limit / 2);
  const kept: SeriesPoint[] = [];
  for (let piece = 0; piece < pieces; piece++) {
    const start = Math.floor(piece * usable.length / pieces);
    const end = Math.floor((piece + 1) * usable.length / pieces);
    let lowest = start;
    let highest = start;
    for (let index = start + 1; index < end; index++) {
      if (usable[index].value < usable[lowest].value) lowest = index;
      if (usable[index].value > usable[highest].value) highest = index;
    }
    kept.push(usable[Math.min(lowest, highest)]);
    if (lowest !== highest) kept.push(usable[Math.max(lowest, highest)]);
  }
  return kept;
}
