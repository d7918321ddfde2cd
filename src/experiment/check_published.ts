import { METRICS } from "../metrics/catalogue.ts";
import { quoteNames, suggestNearest } from "./find_nearest.ts";
import { isObject } from "./json.ts";
import { formatFound, type Path, type Problem } from "./problem.ts";

/** Checks that published numbers are of known variants and metrics. */
export function checkPublished(
  published: readonly unknown[],
  variants: readonly string[],
): Problem[] {
  return published.flatMap((row, index) => {
    if (!isObject(row)) return [];
    const path = ["published", index];
    return [
      ...checkName(row.variant, [...path, "variant"], variants),
      ...checkName(row.metric, [...path, "metric"], Object.keys(METRICS)),
    ];
  });
}

function checkName(name: unknown, path: Path, known: readonly string[]): Problem[] {
  if (typeof name !== "string" || name.trim() === "") return [];
  if (known.length === 0 || known.includes(name)) return [];
  const wanted = `one of ${quoteNames(known)}`;
  return [{ path, wanted, found: formatFound(name), hint: suggestNearest(name, known) }];
}
