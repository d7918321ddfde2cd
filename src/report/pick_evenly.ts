/**
 * Picks items evenly spread over a list, the first and the last among them.
 *
 * @param items Any list.
 * @param count The most items to pick; at least 1, and 1 picks the last.
 * @returns All items when there are no more than `count`, else `count` of them in their order.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { pickEvenly } from "./pick_evenly.ts";
 *
 * assertEquals(pickEvenly([0, 1, 2, 3, 4, 5, 6], 3), [0, 3, 6]);
 * ```
 */
export function pickEvenly<T>(items: readonly T[], count: number): T[] {
  if (items.length <= count) return [...items];
  if (count <= 1) return items.slice(-1);
  return Array.from(
    { length: count },
    (_, index) => items[Math.round(index * (items.length - 1) / (count - 1))],
  );
}
