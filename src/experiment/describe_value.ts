const LONGEST_TEXT = 60;
const LONGEST_LIST = 8;

/**
 * Shows any JavaScript value in a few words for an error message, whether JSON has it or not. Long
 * texts are cut at 60 characters; nested lists and objects are named and not shown.
 *
 * @param value Anything.
 * @returns A short phrase on one line.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { describeValue } from "./describe_value.ts";
 *
 * assertEquals(describeValue([1, NaN, "a"]), '[1, NaN, "a"]');
 * assertEquals(describeValue(() => 1), "a function");
 * assertEquals(describeValue(5n), "5n, a bigint");
 * ```
 */
export function describeValue(value: unknown): string {
  if (Array.isArray(value)) return describeList(value);
  switch (typeof value) {
    case "string":
      return describeText(value);
    case "number":
      return Object.is(value, -0) ? "-0" : String(value);
    case "bigint":
      return `${value}n, a bigint`;
    case "function":
      return "a function";
    case "symbol":
      return "a symbol";
    case "object":
      return value === null ? "null" : describeObject(value);
    default:
      return String(value);
  }
}

function describeText(text: string): string {
  return JSON.stringify(text.length <= LONGEST_TEXT ? text : `${text.slice(0, LONGEST_TEXT)}…`);
}

function describeList(list: readonly unknown[]): string {
  const isShort = list.length <= LONGEST_LIST &&
    !list.some((element) => typeof element === "object" && element !== null);
  return isShort ? `[${list.map(describeValue).join(", ")}]` : `a list of ${list.length}`;
}

function describeObject(value: object): string {
  const keys = Object.keys(value).slice(0, LONGEST_LIST);
  return keys.length === 0 ? "an object without keys" : `an object with ${keys.join(", ")}`;
}
