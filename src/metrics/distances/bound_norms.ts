/** Numbers that are known within bounds, each at least `low` and at most `high`. */
export interface Ranges {
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** How far a squared distance may be from ‖x‖² + ‖y‖² - 2 x·y as computed. */
export interface NormError {
  /** Share of ‖x‖² + ‖y‖². */
  readonly share: number;
  /** More than what numbers below the range add up to. */
  readonly least: number;
}

/**
 * Widens squared lengths by an error, to both sides: the squared distance of two points is at least the sum of their `low`,
 * and at most that of their `high`, less 2 x·y as computed.
 *
 * @param norms Squared lengths of points, [n].
 * @param length What the bounds are padded to, with 0.
 * @param error The error of their squared distances.
 * @returns The widened lengths, [length].
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { boundNorms } from "./bound_norms.ts";
 *
 * const { low, high } = boundNorms(Float64Array.of(8), 2, { share: 0.25, least: 1 });
 * assertEquals([...low, ...high], [5, 0, 11, 0]);
 * ```
 */
export function boundNorms(
  norms: Float64Array,
  length: number,
  { share, least }: NormError,
): Ranges {
  const low = new Float64Array(length), high = new Float64Array(length);
  norms.forEach((norm, point) => {
    low[point] = norm * (1 - share) - least;
    high[point] = norm * (1 + share) + least;
  });
  return { low, high };
}
