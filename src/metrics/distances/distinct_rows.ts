import type { FeatureMatrix } from "../feature_matrix.ts";
import { takeRows } from "../take_rows.ts";

/** A set in which each row comes once. */
export interface DistinctRows {
  /** The rows, in the order in which they first come. */
  readonly set: FeatureMatrix<Float64Array>;
  /** How often each of them comes, [distinct]. */
  readonly counts: Uint32Array;
  /** Which of them each row of the whole set is, [rows]. */
  readonly numbers: Uint32Array;
}

/** FNV-1a over 32-bit words. */
const HASH_START = 0x811c9dc5, HASH_FACTOR = 0x01000193;

/**
 * Finds the different rows of a set, so that what is done with copies is done once.
 *
 * Rows are compared bit by bit, so 0 and -0 differ. Cost O(n d).
 *
 * @param set The rows, [n, d].
 * @returns The distinct rows, as float64, and which is which.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { findDistinctRows } from "./distinct_rows.ts";
 *
 * const set = { data: Float64Array.of(1, 2, 5, 3, 1, 2), rows: 3, columns: 2 };
 * const { set: distinct, counts, numbers } = findDistinctRows(set);
 * assertEquals([...distinct.data], [1, 2, 5, 3]);
 * assertEquals([...counts], [2, 1]);
 * assertEquals([...numbers], [0, 1, 0]);
 * ```
 */
export function findDistinctRows(set: FeatureMatrix): DistinctRows {
  const { buffer, byteOffset, byteLength } = set.data;
  const words = new Uint32Array(buffer, byteOffset, byteLength / Uint32Array.BYTES_PER_ELEMENT);
  const size = words.length / set.rows;
  const firstRows: number[] = [], counts: number[] = [];
  // Numbers of distinct rows, by hash; several where hashes collide.
  const seen = new Map<number, number[]>();
  const numbers = Uint32Array.from({ length: set.rows }, (_, row) => {
    const hash = hashWords(words, row * size, size);
    const alike = seen.get(hash) ?? [];
    const known = alike.find((number) =>
      isEqual(words, { at: row * size, to: firstRows[number] * size, size })
    );
    if (known !== undefined) {
      counts[known]++;
      return known;
    }
    seen.set(hash, [...alike, firstRows.length]);
    counts.push(1);
    return firstRows.push(row) - 1;
  });
  return { set: takeRows(set, firstRows), counts: Uint32Array.from(counts), numbers };
}

function hashWords(words: Uint32Array, at: number, size: number): number {
  let hash = HASH_START;
  for (let k = 0; k < size; k++) hash = Math.imul(hash ^ words[at + k], HASH_FACTOR);
  return hash;
}

function isEqual(words: Uint32Array, { at, to, size }: Record<"at" | "to" | "size", number>) {
  for (let k = 0; k < size; k++) if (words[at + k] !== words[to + k]) return false;
  return true;
}
