/**
 * Writes a list of seeds, those that follow one another as a range.
 *
 * @param seeds In the order of the spec.
 * @returns The text, without markup.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { formatSeeds } from "./format_seeds.ts";
 *
 * assertEquals(formatSeeds([21, 22, 23, 7, 9, 10]), "21–23, 7, 9, 10");
 * ```
 */
export function formatSeeds(seeds: readonly number[]): string {
  const ranges: number[][] = [];
  for (const seed of seeds) {
    const last = ranges.at(-1);
    if (last !== undefined && seed === last[last.length - 1] + 1) last.push(seed);
    else ranges.push([seed]);
  }
  return ranges.map((range) => range.length > 2 ? `${range[0]}–${range.at(-1)}` : range.join(", "))
    .join(", ");
}
