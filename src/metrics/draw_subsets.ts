import { type DrawKey, drawPermutation } from "../engine/random.ts";

/** Options of `drawSubsets()`. */
export interface DrawSubsetsOptions {
  /** Rows to choose from. */
  readonly rows: number;
  /** Rows of a subset, from 1 to `rows`. */
  readonly size: number;
  /** Number of subsets. */
  readonly count: number;
}

/**
 * Draws subsets of row numbers: within a subset no row comes twice, subsets may overlap.
 *
 * @param key Names the draw; subset i takes step `key.step + i`.
 * @param options How many rows, how large and how many subsets.
 * @returns The row numbers of each subset, in random order.
 * @throws {RangeError} If a subset is larger than the set, or empty.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { drawSubsets } from "./draw_subsets.ts";
 *
 * const key = { seed: 1, stream: "subsets", step: 0 };
 * const [subset] = drawSubsets(key, { rows: 5, size: 5, count: 1 });
 * assertEquals([...subset].sort(), [0, 1, 2, 3, 4]);
 * ```
 */
export function drawSubsets(
  key: DrawKey,
  { rows, size, count }: DrawSubsetsOptions,
): Uint32Array[] {
  if (!(Number.isInteger(size) && size >= 1 && size <= rows)) {
    throw new RangeError(
      `Cannot draw subsets of "${size}" rows: the set has ${rows}; a size from 1 to ${rows} is wanted`,
    );
  }
  return Array.from(
    { length: count },
    (_, index) => drawPermutation({ ...key, step: key.step + index }, rows).slice(0, size),
  );
}
