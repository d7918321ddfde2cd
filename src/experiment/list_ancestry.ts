import { isObject } from "./json.ts";

/**
 * Follows `extends` from a variant. Stops where a name is unknown or comes again, so that it ends
 * for any input.
 *
 * @param name Where to start.
 * @param variants Variants by name, checked or not.
 * @returns The names met, the given one first. In a cycle, the name that closes it comes last and
 * for the second time.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { listAncestry } from "./list_ancestry.ts";
 *
 * assertEquals(listAncestry("a", { a: { extends: "b" }, b: {} }), ["a", "b"]);
 * assertEquals(listAncestry("a", { a: { extends: "b" }, b: { extends: "a" } }), ["a", "b", "a"]);
 * ```
 */
export function listAncestry(name: string, variants: Readonly<Record<string, unknown>>): string[] {
  const names = [name];
  for (;;) {
    const variant = variants[names[names.length - 1]];
    const next = isObject(variant) ? variant.extends : undefined;
    if (typeof next !== "string" || !Object.hasOwn(variants, next)) return names;
    names.push(next);
    if (names.indexOf(next) < names.length - 1) return names;
  }
}
