import { assertEquals } from "@std/assert";
import { describeValue } from "../../src/experiment/describe_value.ts";

Deno.test("describeValue() shows any value in a few words", () => {
  assertEquals(describeValue(-0), "-0");
  assertEquals(describeValue(Infinity), "Infinity");
  assertEquals(describeValue(5n), "5n, a bigint");
  assertEquals(describeValue(null), "null");
  assertEquals(describeValue(undefined), "undefined");
  assertEquals(describeValue(Symbol("a")), "a symbol");
  assertEquals(describeValue({}), "an object without keys");
  assertEquals(describeValue({ a: 1, b: 2 }), "an object with a, b");
  assertEquals(describeValue([[1]]), "a list of 1");
  assertEquals(describeValue(Array(9).fill(1)), "a list of 9");
  assertEquals(describeValue("x".repeat(61)), `"${"x".repeat(60)}…"`);
  assertEquals(describeValue("two\nlines"), '"two\\nlines"');
});

Deno.test("describeValue() ends for a list that holds itself", () => {
  const list: unknown[] = [];
  list.push(list);
  assertEquals(describeValue(list), "a list of 1");
});
