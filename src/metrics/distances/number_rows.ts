/** FNV-1a over 32-bit words. */
const HASH_START = 0x811c9dc5, HASH_FACTOR = 0x01000193;
const WORDS = 2;

/**
 * Numbers rows by what they hold: equal rows of any of the sets get equal numbers, others different ones. Two copies are
 * told without a distance being measured.
 *
 * Rows are compared bit by bit, so 0 and -0 differ. Cost O(n d).
 *
 * @param sets Rows of each set, one behind the other.
 * @param columns Features of a row.
 * @returns The number of each row, by set.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { numberRows } from "./number_rows.ts";
 *
 * const [one, other] = numberRows([Float64Array.of(1, 2, 1, 3), Float64Array.of(1, 3)], 2);
 * assertEquals([...one, ...other], [0, 1, 1]);
 * ```
 */
export function numberRows(sets: readonly Float64Array[], columns: number): Uint32Array[] {
  const size = columns * WORDS;
  // Rows that were seen first, by hash; several where hashes collide.
  const seen = new Map<number, { words: Uint32Array; at: number; number: number }[]>();
  let count = 0;
  return sets.map((set) => {
    const words = new Uint32Array(set.buffer, set.byteOffset, set.length * WORDS);
    return Uint32Array.from({ length: set.length / columns }, (_, row) => {
      const at = row * size;
      let hash = HASH_START;
      for (let k = 0; k < size; k++) hash = Math.imul(hash ^ words[at + k], HASH_FACTOR);
      const rows = seen.get(hash) ?? [];
      const known = rows.find((other) => isEqual(words, at, other.words, other.at, size));
      if (known !== undefined) return known.number;
      rows.push({ words, at, number: count });
      seen.set(hash, rows);
      return count++;
    });
  });
}

function isEqual(x: Uint32Array, xAt: number, y: Uint32Array, yAt: number, size: number): boolean {
  for (let k = 0; k < size; k++) if (x[xAt + k] !== y[yAt + k]) return false;
  return true;
}
