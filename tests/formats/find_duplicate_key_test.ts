import { assertEquals } from "@std/assert";
import { findDuplicateKey } from "../../src/formats/find_duplicate_key.ts";

Deno.test("findDuplicateKey() finds a name that comes twice in one object", () => {
  assertEquals(findDuplicateKey('{"a": 1, "b": [{"c": 1}, {"d": 2, "d": 3}]}'), "d");
});

Deno.test("findDuplicateKey() allows a name in two objects, and as a value", () => {
  assertEquals(findDuplicateKey('{"a": {"a": "a"}, "b": ["a", "a", {"a": 1}]}'), undefined);
});

Deno.test("findDuplicateKey() sees the same name through escapes", () => {
  assertEquals(findDuplicateKey(String.raw`{"a": 1, "\u0061": 2}`), "a");
});

Deno.test("findDuplicateKey() is not misled by brackets, quotes and colons in texts", () => {
  assertEquals(findDuplicateKey(String.raw`{"}{": "\":{", "a": "\\", "b": "a:"}`), undefined);
});
