import canonicalize from "canonicalize";

/** A value that JSON can hold. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;

/** A JSON object. */
export interface JsonObject {
  readonly [name: string]: JsonValue;
}

/**
 * Writes a value as canonical JSON (RFC 8785): sorted names, one form per number and string, no
 * whitespace. Equal values give equal text, so the text can be hashed.
 *
 * What JSON would change in silence is refused: NaN, infinities, -0, `undefined`, holes, lone
 * surrogates, and objects other than plain ones (dates, maps, typed arrays).
 *
 * @param value Plain JSON data.
 * @returns The canonical text.
 * @throws {TypeError} If JSON cannot hold the value; the message has its path.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { toCanonicalJson } from "./canonical.ts";
 *
 * assertEquals(toCanonicalJson({ b: 1e21, a: [0.1, "é"] }), '{"a":[0.1,"é"],"b":1e+21}');
 * ```
 *
 * Source: RFC 8785, JSON Canonicalization Scheme.
 */
export function toCanonicalJson(value: unknown): string {
  checkJson(value, "", []);
  return canonicalize(value) as string;
}

function checkJson(value: unknown, path: string, parents: readonly unknown[]): void {
  if (value === null || typeof value === "boolean") return;
  if (typeof value === "number") {
    if (!Number.isFinite(value)) refuse(path, String(value), "a finite number");
    if (Object.is(value, -0)) refuse(path, "-0", "0");
  } else if (typeof value === "string") {
    checkText(value, path);
  } else if (typeof value !== "object") {
    refuse(path, typeof value, "null, boolean, number, string, array or plain object");
  } else if (parents.includes(value)) {
    refuse(path, "one of its own parents", "a value without cycles");
  } else {
    checkMembers(value, path, [...parents, value]);
  }
}

function checkMembers(value: object, path: string, parents: readonly unknown[]): void {
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) {
      checkJson(value[index], `${path}[${index}]`, parents);
    }
    return;
  }
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    refuse(path, prototype.constructor?.name ?? "an exotic object", "a plain object");
  }
  for (const [name, member] of Object.entries(value)) {
    const memberPath = path === "" ? name : `${path}.${name}`;
    checkText(name, memberPath);
    checkJson(member, memberPath, parents);
  }
}

function checkText(text: string, path: string): void {
  if (!text.isWellFormed()) refuse(path, "text with a lone surrogate", "well-formed Unicode");
}

function refuse(path: string, found: string, wanted: string): never {
  const place = path === "" ? "value" : path.toWellFormed();
  throw new TypeError(`Cannot write "${place}" as canonical JSON: it is ${found}, not ${wanted}`);
}
