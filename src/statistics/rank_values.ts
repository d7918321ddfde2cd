/**
 * Ranks values from 1 up, times 2, so that the mean ranks of ties stay whole numbers.
 *
 * @param values Finite numbers.
 * @returns Twice the rank of each, in the order given; ties share the mean of their ranks.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { rankTwice } from "./rank_values.ts";
 *
 * assertEquals(rankTwice([5, 1, 5]), [5, 2, 5]);
 * ```
 */
export function rankTwice(values: readonly number[]): number[] {
  const order = values.map((_, index) => index).sort((a, b) => values[a] - values[b]);
  const ranks: number[] = new Array(values.length);
  for (let first = 0; first < order.length;) {
    let end = first + 1;
    while (end < order.length && values[order[end]] === values[order[first]]) end++;
    for (let at = first; at < end; at++) ranks[order[at]] = first + 1 + end;
    first = end;
  }
  return ranks;
}

/** Counts how many values share each rank: t³ - t summed over the groups of ties. */
export function sumTieCubes(ranks: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const rank of ranks) counts.set(rank, (counts.get(rank) ?? 0) + 1);
  return [...counts.values()].reduce((sum, size) => sum + size ** 3 - size, 0);
}
