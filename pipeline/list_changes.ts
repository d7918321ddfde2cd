import type { JsonValue } from "./canonical.ts";

/** A value that is another than before. */
export interface Change {
  /** Such as `settings.stepCount`. */
  readonly path: string;
  /** Absent where there was none. */
  readonly before?: JsonValue;
  /** Absent where there is none any more. */
  readonly now?: JsonValue;
}

/**
 * Lists what differs between two JSON values: members of objects by path, lists as a whole. The order of names does not count.
 *
 * @param before One value.
 * @param now The other.
 * @returns In the order of names.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { listChanges } from "./list_changes.ts";
 *
 * assertEquals(listChanges({ a: { b: 1 }, c: 2 }, { a: { b: 3 }, c: 2 }), [
 *   { path: "a.b", before: 1, now: 3 },
 * ]);
 * ```
 */
export function listChanges(
  before: JsonValue | undefined,
  now: JsonValue | undefined,
  path: string = "",
): Change[] {
  if (JSON.stringify(before) === JSON.stringify(now)) return [];
  if (isRecord(before) && isRecord(now)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(now)])].sort();
    return names.flatMap((name) => {
      const place = path === "" ? name : `${path}.${name}`;
      return listChanges(read(before, name), read(now, name), place);
    });
  }
  return [{
    path,
    ...(before === undefined ? {} : { before }),
    ...(now === undefined ? {} : { now }),
  }];
}

function read(object: Readonly<Record<string, JsonValue>>, name: string): JsonValue | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

function isRecord(value: JsonValue | undefined): value is { readonly [name: string]: JsonValue } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
