import { drawIntegers } from "../engine/random.ts";

/** Row numbers of resamples: `resamples[b][s]` are those of resample b in stratum s. */
export type Resamples = readonly (readonly ArrayLike<number>[])[];

/** Takes the values of some rows, in their order. */
export function takeRows(values: readonly number[], rows: ArrayLike<number>): number[] {
  const taken: number[] = new Array(rows.length);
  for (let at = 0; at < rows.length; at++) taken[at] = values[rows[at]];
  return taken;
}

/** Options of `drawResamples()`. */
export interface DrawResamplesOptions {
  /** Number of resamples; 2,000 unless given. */
  readonly count?: number;
  /** A uint32; 0 unless given. */
  readonly seed?: number;
}

/**
 * Draws the rows of bootstrap resamples, with replacement, in each stratum as many as it has.
 *
 * The same sizes and seed always give the same rows, so that a report is the same at every run.
 *
 * @param sizes Rows of each stratum, integers >= 1.
 * @param options How many, and the seed.
 * @returns Row numbers by resample and stratum.
 * @throws {RangeError} If a size, the count or the seed is out of range.
 * @example
 * ```ts
 * import { assert, assertEquals } from "@std/assert";
 * import { drawResamples } from "./resample.ts";
 *
 * const resamples = drawResamples([3], { count: 10 });
 * assertEquals(resamples.length, 10);
 * assert(resamples.every(([rows]) => Array.from(rows).every((row) => row < 3)));
 * ```
 *
 * Source: Efron & Tibshirani 1993, "An Introduction to the Bootstrap", chapter 6.
 */
export function drawResamples(
  sizes: readonly number[],
  { count = 2_000, seed = 0 }: DrawResamplesOptions = {},
): Resamples {
  const strata = sizes.map((size, step) => {
    const rows = drawIntegers({ seed, stream: "statistics/bootstrap", step }, count * size, size);
    return (resample: number) => rows.subarray(resample * size, (resample + 1) * size);
  });
  return Array.from({ length: count }, (_, resample) => strata.map((rowsOf) => rowsOf(resample)));
}
