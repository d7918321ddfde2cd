/**
 * `@std/assert`, typed. The npm mirror of the standard library ships no types; where JSR is reachable,
 * point `@std/assert` in `deno.json` at `jsr:@std/assert@1` and delete this file.
 */
import * as std from "deno-std/assert/mod.js";

type Class<T> = abstract new (...args: never[]) => T;

interface Assert {
  readonly AssertionError: new (message: string) => Error;
  assert(expression: unknown, message?: string): asserts expression;
  assertAlmostEquals(actual: number, expected: number, tolerance?: number, message?: string): void;
  assertArrayIncludes<T>(actual: ArrayLike<T>, expected: ArrayLike<T>, message?: string): void;
  assertEquals<T>(actual: T, expected: T, message?: string): void;
  assertExists<T>(actual: T, message?: string): asserts actual is NonNullable<T>;
  assertGreater<T>(actual: T, expected: T, message?: string): void;
  assertGreaterOrEqual<T>(actual: T, expected: T, message?: string): void;
  assertInstanceOf<T>(actual: unknown, expected: Class<T>, message?: string): asserts actual is T;
  assertLess<T>(actual: T, expected: T, message?: string): void;
  assertLessOrEqual<T>(actual: T, expected: T, message?: string): void;
  assertMatch(actual: string, expected: RegExp, message?: string): void;
  assertNotEquals<T>(actual: T, expected: T, message?: string): void;
  assertNotMatch(actual: string, expected: RegExp, message?: string): void;
  assertObjectMatch(actual: object, expected: object, message?: string): void;
  assertRejects<E extends Error = Error>(
    fn: () => PromiseLike<unknown>,
    errorClass?: Class<E>,
    messageIncludes?: string,
    message?: string,
  ): Promise<E>;
  assertStrictEquals<T>(actual: unknown, expected: T, message?: string): asserts actual is T;
  assertStringIncludes(actual: string, expected: string, message?: string): void;
  assertThrows<E extends Error = Error>(
    fn: () => unknown,
    errorClass?: Class<E>,
    messageIncludes?: string,
    message?: string,
  ): E;
  fail(message?: string): never;
}

const typed = std as unknown as Assert;

export const AssertionError: Assert["AssertionError"] = typed.AssertionError;
export const assert: Assert["assert"] = typed.assert;
export const assertAlmostEquals: Assert["assertAlmostEquals"] = typed.assertAlmostEquals;
export const assertArrayIncludes: Assert["assertArrayIncludes"] = typed.assertArrayIncludes;
export const assertEquals: Assert["assertEquals"] = typed.assertEquals;
export const assertExists: Assert["assertExists"] = typed.assertExists;
export const assertGreater: Assert["assertGreater"] = typed.assertGreater;
export const assertGreaterOrEqual: Assert["assertGreaterOrEqual"] = typed.assertGreaterOrEqual;
export const assertInstanceOf: Assert["assertInstanceOf"] = typed.assertInstanceOf;
export const assertLess: Assert["assertLess"] = typed.assertLess;
export const assertLessOrEqual: Assert["assertLessOrEqual"] = typed.assertLessOrEqual;
export const assertMatch: Assert["assertMatch"] = typed.assertMatch;
export const assertNotEquals: Assert["assertNotEquals"] = typed.assertNotEquals;
export const assertNotMatch: Assert["assertNotMatch"] = typed.assertNotMatch;
export const assertObjectMatch: Assert["assertObjectMatch"] = typed.assertObjectMatch;
export const assertRejects: Assert["assertRejects"] = typed.assertRejects;
export const assertStrictEquals: Assert["assertStrictEquals"] = typed.assertStrictEquals;
export const assertStringIncludes: Assert["assertStringIncludes"] = typed.assertStringIncludes;
export const assertThrows: Assert["assertThrows"] = typed.assertThrows;
export const fail: Assert["fail"] = typed.fail;
