import { assertEquals, assertThrows } from "@std/assert";
import { toCanonicalJson } from "../../pipeline/canonical.ts";
import { digestData } from "../../pipeline/digest.ts";

interface TextCase {
  readonly name: string;
  readonly json_text: string;
  readonly canonical: string;
  readonly sha256: string;
}

const golden = JSON.parse(
  await Deno.readTextFile(new URL("../golden/canonical_json.json", import.meta.url)),
);
const texts: TextCase[] = golden.cases.filter((entry: object) => "json_text" in entry);
/** Cases whose text has a -0, which the pipeline refuses: JSON would turn it into 0 in silence. */
const WITH_MINUS_ZERO = ["minus_zero", "top_level_number"];

function findCase(name: string) {
  return golden.cases.find((entry: { name: string }) => entry.name === name);
}

function parseBits(hex: string): number {
  return new DataView(new BigUint64Array([BigInt(`0x${hex}`)]).buffer).getFloat64(0, true);
}

Deno.test("toCanonicalJson() writes the golden texts and their digests", () => {
  const writable = texts.filter(({ name }) => !WITH_MINUS_ZERO.includes(name));
  assertEquals(writable.length, 10);
  for (const { name, json_text, canonical, sha256 } of writable) {
    const text = toCanonicalJson(JSON.parse(json_text));
    assertEquals(text, canonical, name);
    assertEquals(digestData(text), sha256, name);
  }
});

Deno.test("toCanonicalJson() writes the numbers of RFC 8785, appendix B", () => {
  const { ieee754_hex, canonical } = findCase("number_serialisation");
  const values: number[] = ieee754_hex.map(parseBits);
  assertEquals(values.filter((value) => Object.is(value, -0)).length, 1);
  for (const [index, value] of values.entries()) {
    if (!Object.is(value, -0)) assertEquals(toCanonicalJson(value), canonical[index]);
  }
});

Deno.test("toCanonicalJson() gives its own text again when it is read and written", () => {
  for (const { name, canonical } of texts) {
    assertEquals(toCanonicalJson(JSON.parse(canonical)), canonical, name);
  }
});

Deno.test("toCanonicalJson() names the place of a value that JSON cannot hold", () => {
  const place = (value: unknown) => ({ variants: [{}, { settings: { rate: value } }] });
  const refusals: [unknown, string][] = [
    [NaN, "NaN, not a finite number"],
    [-Infinity, "-Infinity, not a finite number"],
    [-0, "-0, not 0"],
    [undefined, "undefined, not null, boolean, number, string, array or plain object"],
    [1n, "bigint, not null, boolean, number, string, array or plain object"],
    ["\ud800", "text with a lone surrogate, not well-formed Unicode"],
    [new Date(0), "Date, not a plain object"],
    [new Float32Array(2), "Float32Array, not a plain object"],
  ];
  for (const [value, message] of refusals) {
    const error = assertThrows(() => toCanonicalJson(place(value)), TypeError);
    assertEquals(
      error.message,
      `Cannot write "variants[1].settings.rate" as canonical JSON: it is ${message}`,
    );
  }
});

Deno.test("toCanonicalJson() refuses every value that the goldens refuse", () => {
  const values = [NaN, Infinity, -Infinity, "\ud800", "\udc00x", { "\ud800": 1 }, undefined, 1n];
  assertEquals(values.length, findCase("must_refuse").javascript_values.length);
  for (const value of values) assertThrows(() => toCanonicalJson(value), TypeError);
});

Deno.test("toCanonicalJson() refuses a hole of an array by its index", () => {
  // deno-lint-ignore no-sparse-arrays
  assertThrows(() => toCanonicalJson([1, , 3]), TypeError, '"[1]"');
});

Deno.test("toCanonicalJson() refuses a value that holds itself, and takes one that comes twice", () => {
  const list: unknown[] = [];
  list.push({ list });
  assertThrows(
    () => toCanonicalJson(list),
    TypeError,
    '"[0].list" as canonical JSON: it is one of its own parents',
  );
  const shared = { a: 1 };
  assertEquals(toCanonicalJson([shared, shared]), '[{"a":1},{"a":1}]');
});
