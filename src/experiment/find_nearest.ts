import { distance } from "fastest-levenshtein";

/**
 * Finds the known name that a mistyped one most likely means: the fewest edits, letter case not
 * counted, no more than two or two fifths of the longer name, and not all of it.
 *
 * @param name What was written.
 * @param known What could be meant; of equally near ones the first wins.
 * @returns The nearest name, or undefined where none is near.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { findNearest } from "./find_nearest.ts";
 *
 * assertEquals(findNearest("lattentDim", ["batchSize", "latentDim"]), "latentDim");
 * assertEquals(findNearest("zebra", ["batchSize", "latentDim"]), undefined);
 * ```
 */
export function findNearest(name: string, known: readonly string[]): string | undefined {
  let nearest: string | undefined;
  let fewest = Infinity;
  for (const candidate of known) {
    const edits = distance(name.toLowerCase(), candidate.toLowerCase());
    const longer = Math.max(name.length, candidate.length);
    const isNear = edits < longer && edits <= Math.max(2, Math.floor(0.4 * longer));
    if (isNear && edits < fewest) [nearest, fewest] = [candidate, edits];
  }
  return nearest;
}

/** The sentence `Did you mean "latentDim"?`, or undefined where no known name is near. */
export function suggestNearest(name: unknown, known: readonly string[]): string | undefined {
  const nearest = typeof name === "string" ? findNearest(name, known) : undefined;
  return nearest === undefined ? undefined : `Did you mean "${nearest}"?`;
}

/** Lists names for an error: `"mlp", "dcgan"`. */
export function quoteNames(names: readonly string[]): string {
  return names.map((name) => JSON.stringify(name)).join(", ");
}
