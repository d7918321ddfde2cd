/**
 * Finds a name that comes twice in one object of a JSON text; `JSON.parse` would keep the last one and say nothing.
 *
 * @param text Valid JSON.
 * @returns The first such name, or `undefined`.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { findDuplicateKey } from "./find_duplicate_key.ts";
 *
 * assertEquals(findDuplicateKey('{"a": {"b": 1, "b": 2}}'), "b");
 * assertEquals(findDuplicateKey('{"a": {"a": 1}}'), undefined);
 * ```
 */
export function findDuplicateKey(text: string): string | undefined {
  const open: (Set<string> | null)[] = [];
  // Strings as a whole, so that braces inside them do not count; a name is a string before a colon.
  for (const [token, string, colon] of text.matchAll(/("(?:[^"\\]|\\.)*")(\s*:)?|[{}[\]]/g)) {
    if (token === "{") open.push(new Set());
    else if (token === "[") open.push(null);
    else if (token === "}" || token === "]") open.pop();
    else if (colon !== undefined) {
      const names = open[open.length - 1]!;
      const name: string = JSON.parse(string);
      if (names.has(name)) return name;
      names.add(name);
    }
  }
  return undefined;
}
