import { type FeatureMatrix, findNearestOthers } from "../metrics/mod.ts";
import { THRESHOLDS } from "./thresholds.ts";

/** How alike samples are to each other. */
export interface Duplicates {
  /** Share of samples that have a near-duplicate among those looked at, in [0, 1]. */
  readonly nearDuplicateShare: number;
  /** Total variance over that of real data, >= 0. */
  readonly spreadShare: number;
}

/**
 * Prepares to measure how alike samples are to each other, held against real ones.
 *
 * A sample is a near-duplicate if another is nearer to it than the 1 % quantile of the distances of real samples to their
 * nearest others. All rows [n, d] are looked at, so give as many samples as real ones (500 take 0.1 s for images of 784
 * pixels). Nearest distances shrink as n grows; both sets shrink alike.
 *
 * @param real Real samples, at least 2, not all equal.
 * @returns A function that measures samples.
 * @throws {RangeError} If the real samples are fewer than 2, or all equal.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { makeDuplicateMeter } from "./make_duplicate_meter.ts";
 *
 * const toRows = (...values: number[]) => ({ data: Float64Array.from(values), rows: values.length, columns: 1 });
 * const measure = makeDuplicateMeter(toRows(0, 1, 2.1, 3.3));
 * assertEquals(measure(toRows(5, 5.1, 7, 9)).nearDuplicateShare, 0.5);
 * assertEquals(measure(toRows(2, 2, 2, 2)), { nearDuplicateShare: 1, spreadShare: 0 });
 * ```
 *
 * Source: after the birthday-paradox test of Arora, Risteski, Zhang 2018, "Do GANs learn the distribution? Some theory
 * and empirics", ICLR, with a threshold from real data in place of looking.
 */
export function makeDuplicateMeter(real: FeatureMatrix): (samples: FeatureMatrix) => Duplicates {
  const squares = findNearestOthers(real).squares.toSorted();
  const threshold = squares[Math.floor(THRESHOLDS.duplicateQuantile * squares.length)];
  const variance = sumVariances(real);
  if (variance === 0) {
    throw new RangeError(
      `Cannot compare with ${real.rows} real samples: their variance is 0; different ones are wanted`,
    );
  }
  return (samples) => {
    const nearest = findNearestOthers(samples).squares;
    return {
      nearDuplicateShare: nearest.filter((square) => square < threshold).length / nearest.length,
      spreadShare: sumVariances(samples) / variance,
    };
  };
}

/**
 * The trace of the covariance, by means that each row moves (Welford 1962): exactly 0 where all rows are equal, and never
 * below, which a difference of squares is.
 */
function sumVariances({ data, rows, columns }: FeatureMatrix): number {
  const means = new Float64Array(columns);
  let squares = 0;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const value = data[row * columns + column], distance = value - means[column];
      means[column] += distance / (row + 1);
      squares += distance * (value - means[column]);
    }
  }
  return squares / rows;
}
