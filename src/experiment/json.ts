/** What JSON can hold. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A JSON object. */
export type JsonObject = { [key: string]: Json };

/**
 * Copies plain data as JSON data: keys that hold `undefined` are left out and -0 becomes 0, as both
 * have no JSON of their own, so that equal specs get equal keys.
 *
 * @param value Null, booleans, finite numbers, strings, and lists and objects of them.
 * @returns A deep copy.
 * @throws {TypeError} If there is anything else in it.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { toJson } from "./json.ts";
 *
 * assertEquals(toJson({ a: [1, -0], b: undefined }), { a: [1, 0] });
 * ```
 */
export function toJson(value: unknown): Json {
  if (value === null || typeof value === "boolean" || typeof value === "string") return value;
  if (typeof value === "number" && Number.isFinite(value)) return value === 0 ? 0 : value;
  if (Array.isArray(value)) return value.map(toJson);
  if (isObject(value)) return toJsonObject(value);
  throw new TypeError(
    `Cannot convert "${
      String(value)
    }" to JSON: a ${typeof value} was given, and plain data is wanted`,
  );
}

/** Does what `toJson` does, for an object at the top. */
export function toJsonObject(value: object): JsonObject {
  const entries = Object.entries(value).filter(([, child]) => child !== undefined);
  return Object.fromEntries(entries.map(([key, child]) => [key, toJson(child)]));
}

/** Whether a value is an object with keys: neither null nor a list. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
