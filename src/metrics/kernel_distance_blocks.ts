import type { FeatureMatrix } from "./feature_matrix.ts";
import { measureKernelDistance } from "./kernel_distance.ts";

/** The kernel distance over disjoint blocks. */
export interface KernelDistanceBlocks {
  /** Mean over the blocks: an estimate without bias. */
  readonly mean: number;
  /** Standard error of that mean, from the spread of the blocks. */
  readonly standardError: number;
  /** The value of each block. */
  readonly values: readonly number[];
  /** Rows of a block, of either set. */
  readonly rows: number;
}

/** Options of `measureKernelDistanceOverBlocks()`. */
export interface KernelDistanceBlocksOptions {
  /** Number of blocks, at least 2; 10 unless given. */
  readonly blocks?: number;
  /** The most rows of a block; 1,000 unless given. */
  readonly mostRows?: number;
}

/**
 * Measures the kernel distance over disjoint blocks of both sets, with its standard error.
 *
 * Features [n, d] and [m, d]. Block i of b holds rows i r to (i + 1) r of each set, with r =
 * ⌊min (n, m) / b⌋ but at most `mostRows`; a rest is left out. Rows must come in random order.
 *
 * Blocks share no row, so their values are independent, and sd / √b is the standard error of their
 * mean. The subsets that papers draw (`measureKernelDistanceOverSubsets()`) overlap, and their spread
 * is none. It is the error of a finite sample, and says nothing about other seeds of a generator.
 *
 * Cost O(b r² d): 0.4 s for 10 × 1,000 × 128, a tenth of that of the full sets.
 *
 * @param fake Features of the samples, in random order.
 * @param real Features of the data, in random order.
 * @param options The number of blocks, and their size.
 * @returns Mean, standard error, values and the size of a block.
 * @throws {TypeError} If the sets differ in their columns, or hold NaN or Infinity.
 * @throws {RangeError} If there are fewer than 2 blocks, or fewer than 2 rows for each.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { measureKernelDistanceOverBlocks } from "./kernel_distance_blocks.ts";
 *
 * const fake = { data: Float64Array.of(1, 1, 1, 1), rows: 4, columns: 1 };
 * const real = { data: Float64Array.of(0, 0, 0, 0), rows: 4, columns: 1 };
 * const { mean, standardError } = measureKernelDistanceOverBlocks(fake, real, { blocks: 2 });
 * assertEquals([mean, standardError], [7, 0]);
 * ```
 *
 * Source: Bińkowski et al. 2018, arXiv:1801.01401, section 4; blocks: Zaremba et al. 2013, "B-tests",
 * arXiv:1307.1954.
 */
export function measureKernelDistanceOverBlocks(
  fake: FeatureMatrix,
  real: FeatureMatrix,
  { blocks = 10, mostRows = 1_000 }: KernelDistanceBlocksOptions = {},
): KernelDistanceBlocks {
  const rows = Math.min(mostRows, Math.floor(Math.min(fake.rows, real.rows) / blocks));
  if (!(Number.isInteger(blocks) && blocks >= 2 && rows >= 2)) {
    throw new RangeError(
      `Cannot measure the kernel distance of "${fake.rows}" and "${real.rows}" rows in "${blocks}" ` +
        `blocks: at least 2 blocks of 2 rows are wanted`,
    );
  }
  const values = Array.from(
    { length: blocks },
    (_, block) =>
      measureKernelDistance(cut(fake, block * rows, rows), cut(real, block * rows, rows)),
  );
  const mean = values.reduce((total, value) => total + value, 0) / blocks;
  const squares = values.reduce((total, value) => total + (value - mean) ** 2, 0);
  return { mean, standardError: Math.sqrt(squares / (blocks - 1) / blocks), values, rows };
}

function cut({ data, columns }: FeatureMatrix, first: number, rows: number): FeatureMatrix {
  return { data: data.subarray(first * columns, (first + rows) * columns), rows, columns };
}
