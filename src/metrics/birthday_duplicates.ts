import { makeFeatureScreen } from "./distances/feature_screen.ts";
import { measureSquaredDistance } from "./distances/squared_distance.ts";
import type { FeatureMatrix } from "./feature_matrix.ts";
import { requireFeatures } from "./require_features.ts";

/** How often samples come twice. */
export interface BirthdayDuplicates {
  /** Batches that were looked at. */
  readonly batches: number;
  /** Share of the batches that hold a duplicate, in [0, 1]. */
  readonly duplicateShare: number;
  /** Duplicate pairs within batches, all batches together. */
  readonly pairs: number;
  /** Pairs within batches that were looked at. */
  readonly pairsSeen: number;
  /** How many equally likely samples would give as many pairs; null where there is none. */
  readonly supportSize: number | null;
}

/** Options of `countBirthdayDuplicates()`. */
export interface BirthdayDuplicatesOptions {
  /** Samples of a batch, at least 2. */
  readonly batchSize: number;
  /** Samples at a distance <= it count as one, >= 0, in units of the features. */
  readonly threshold: number;
}

/**
 * Counts near-duplicates within batches of samples, and estimates from them how many different
 * samples a generator draws: of N equally likely ones, a batch of s holds s (s - 1) / 2 N duplicate
 * pairs on average.
 *
 * Features [n, d]; consecutive batches, a rest is left out. Without a duplicate the support is null:
 * at least about the number of pairs looked at. When it is half of the batches, N is about s² / 1.4.
 *
 * The estimate is 1 / Σ p² for samples of probability p: what is drawn often counts, and a long tail
 * is not seen. All hangs on the threshold; take the least distance within batches of real data, as
 * what is nearer than that is suspect. Cost O(n s d).
 *
 * @param samples Features of the samples; at least one batch.
 * @param options Size of a batch and threshold.
 * @returns Batches, share, pairs and support.
 * @throws {TypeError} If the features hold NaN or Infinity.
 * @throws {RangeError} If there is no whole batch, the threshold is not >= 0, or features are beyond ±1e150.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { countBirthdayDuplicates } from "./birthday_duplicates.ts";
 *
 * const samples = { data: Float64Array.of(0, 5, 5.1, 7, 8, 9), rows: 6, columns: 1 };
 * assertEquals(countBirthdayDuplicates(samples, { batchSize: 3, threshold: 0.2 }), {
 *   batches: 2,
 *   duplicateShare: 0.5,
 *   pairs: 1,
 *   pairsSeen: 6,
 *   supportSize: 6,
 * });
 * ```
 *
 * Source: Arora, Risteski & Zhang 2018, "Do GANs learn the distribution?", ICLR, section 3; threshold
 * and estimate by pairs are this project's.
 */
export function countBirthdayDuplicates(
  samples: FeatureMatrix,
  { batchSize, threshold }: BirthdayDuplicatesOptions,
): BirthdayDuplicates {
  requireFeatures(samples, "count birthday duplicates of", { isSquared: true });
  const batches = Math.floor(samples.rows / batchSize);
  if (!(Number.isInteger(batchSize) && batchSize >= 2 && batches >= 1 && threshold >= 0)) {
    throw new RangeError(
      `Cannot count birthday duplicates of "${samples.rows}" samples: batch size is ${batchSize}, ` +
        `threshold ${threshold}; 2 to ${samples.rows} samples and a threshold >= 0 are wanted`,
    );
  }
  let pairs = 0, withDuplicate = 0;
  for (let batch = 0; batch < batches; batch++) {
    const found = countPairs(samples, batch * batchSize, { batchSize, threshold });
    pairs += found;
    withDuplicate += Number(found > 0);
  }
  const pairsSeen = batches * batchSize * (batchSize - 1) / 2;
  return {
    batches,
    duplicateShare: withDuplicate / batches,
    pairs,
    pairsSeen,
    supportSize: pairs === 0 ? null : pairsSeen / pairs,
  };
}

function countPairs(
  { data, columns }: FeatureMatrix,
  first: number,
  { batchSize, threshold }: BirthdayDuplicatesOptions,
): number {
  const rows = Float64Array.from(data.subarray(first * columns, (first + batchSize) * columns));
  const batch = { data: rows, rows: batchSize, columns };
  const screen = makeFeatureScreen(batch, batch);
  const square = threshold * threshold;
  for (let row = 0; row < batchSize; row++) screen.boundRow(row, square);
  let pairs = 0;
  screen.scan((i, j, { high }, at) => {
    pairs += Number(
      high[at] <= square ||
        measureSquaredDistance(rows, i * columns, rows, j * columns, columns) <= square,
    );
  }, { isAbove: true });
  return pairs;
}
