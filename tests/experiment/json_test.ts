import { assert, assertEquals, assertThrows } from "@std/assert";
import { toJson } from "../../src/experiment/json.ts";

Deno.test("toJson() gives -0 as 0 and leaves out what is undefined", () => {
  const copy = toJson({ a: [-0, 1.5, "x", null, true], b: undefined });
  assertEquals(copy, { a: [0, 1.5, "x", null, true] });
  assert(!Object.hasOwn(copy as object, "b"));
  assert(!Object.is((copy as { a: number[] }).a[0], -0));
});

Deno.test("toJson() refuses what JSON has not", () => {
  for (const [value, kind] of [[NaN, "number"], [5n, "bigint"], [undefined, "undefined"]]) {
    assertThrows(
      () => toJson([value]),
      TypeError,
      `Cannot convert "${value}" to JSON: a ${kind} was given, and plain data is wanted`,
    );
  }
});
