/**
 * Writes a count with its noun.
 *
 * @param count How many.
 * @param one The noun for one.
 * @param more The noun for any other count; with an s unless given.
 * @returns Such as `1 sample` or `20 samples`.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { formatCount } from "./format_count.ts";
 *
 * assertEquals([formatCount(1, "sample"), formatCount(0, "sample")], ["1 sample", "0 samples"]);
 * assertEquals(formatCount(2, "batch", "batches"), "2 batches");
 * ```
 */
export function formatCount(count: number, one: string, more: string = `${one}s`): string {
  return `${count} ${count === 1 ? one : more}`;
}
