import { quoteNames, suggestNearest } from "./find_nearest.ts";
import { isObject } from "./json.ts";
import { listAncestry } from "./list_ancestry.ts";
import { formatFound, type Problem } from "./problem.ts";

/** Checks that every variant extends another that there is, and that none comes back to itself. */
export function checkExtends(variants: Readonly<Record<string, unknown>>): Problem[] {
  const names = Object.keys(variants);
  const reported = new Set<string>();
  return names.flatMap((name) => {
    const variant = variants[name];
    if (!isObject(variant) || typeof variant.extends !== "string") return [];
    if (!Object.hasOwn(variants, variant.extends)) {
      return [toUnknownProblem(name, variant.extends, names)];
    }
    const ancestry = listAncestry(name, variants);
    if (ancestry.at(-1) !== name || ancestry.length === 1 || reported.has(name)) return [];
    ancestry.forEach((member) => reported.add(member));
    return [toCycleProblem(name, ancestry)];
  });
}

function toUnknownProblem(name: string, parent: string, names: readonly string[]): Problem {
  const others = names.filter((other) => other !== name);
  return {
    path: ["variants", name, "extends"],
    wanted: others.length === 0
      ? "left out, as there is no other variant"
      : `one of ${quoteNames(others)}`,
    found: formatFound(parent),
    hint: suggestNearest(parent, others),
  };
}

function toCycleProblem(name: string, cycle: readonly string[]): Problem {
  return {
    path: ["variants", name, "extends"],
    wanted: "a variant that does not lead back here",
    found: cycle.length === 2 ? `"${name}" extends itself` : `the cycle is ${cycle.join(" → ")}`,
  };
}
