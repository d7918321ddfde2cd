import { quoteNames, suggestNearest } from "./find_nearest.ts";
import { formatFound, type Path, type Problem } from "./problem.ts";

/** Checks that a name is that of a variant; anything that is no name at all is left to the shape. */
export function checkVariantName(name: unknown, path: Path, known: readonly string[]): Problem[] {
  if (typeof name !== "string" || known.length === 0 || known.includes(name)) return [];
  return [{
    path,
    wanted: `one of the variants ${quoteNames(known)}`,
    found: path.at(-1) === name ? `key is ${JSON.stringify(name)}` : formatFound(name),
    hint: suggestNearest(name, known),
  }];
}
