import { assertEquals, assertThrows } from "@std/assert";
import { toCanonicalJson } from "../../pipeline/canonical.ts";
import { digestData } from "../../pipeline/digest.ts";
import { describeChange } from "../../pipeline/explain.ts";
import { makeStageKey } from "../../pipeline/key.ts";
import type { StageRecord } from "../../pipeline/mod.ts";
import { readGolden } from "../read_golden.ts";

const identity = {
  kind: "train",
  params: { steps: 500, rates: [0.5, 1e-7], name: "é€" },
  inputs: { data: "0".repeat(64) },
  fingerprint: "f".repeat(64),
};

// The same by Python: hashlib.sha256 of json.dumps with sorted keys.
Deno.test("makeStageKey() gives the pinned key", () => {
  assertEquals(
    makeStageKey(identity),
    "7a5c30b1c621cca8975b7b1ecfd4d199174ffcd1b3143327ba19f9aba6903658",
  );
});

Deno.test("makeStageKey() changes with each part", () => {
  const keys = [
    identity,
    { ...identity, kind: "evaluate" },
    { ...identity, params: { ...identity.params, steps: 501 } },
    { ...identity, inputs: { data: "1".repeat(64) } },
    { ...identity, inputs: { datum: "0".repeat(64) } },
    { ...identity, fingerprint: "e".repeat(64) },
  ].map(makeStageKey);
  assertEquals(new Set(keys).size, keys.length);
});

for (
  const [name, value, place] of [
    ["NaN", { a: [1, NaN] }, "a[1]"],
    ["-0", { a: -0 }, "a"],
    ["Infinity", Infinity, ""],
    ["undefined", { a: { b: undefined } }, "a.b"],
    ["a function", { a: () => 1 }, "a"],
  ] as const
) {
  Deno.test(`toCanonicalJson() refuses ${name} and names its place`, () => {
    assertThrows(() => toCanonicalJson(value), TypeError, place);
  });
}

const { cases } = await readGolden<
  { cases: { name: string; canonical?: string; sha256?: string; value?: unknown }[] }
>(
  "canonical_json",
);
Deno.test("toCanonicalJson() gives the golden bytes", () => {
  let compared = 0;
  for (const golden of cases) {
    if (golden.canonical === undefined || golden.sha256 === undefined) continue;
    const value = JSON.parse(golden.canonical);
    assertEquals(digestData(toCanonicalJson(value)), golden.sha256, golden.name);
    compared++;
  }
  assertEquals(compared > 0, true);
});

Deno.test("describeChange() names the parameter, the source file and the input that changed", () => {
  const last = {
    ...identity,
    sources: { "a.ts": "1", "b.ts": "1" },
    packages: [],
  } as unknown as StageRecord;
  const code = {
    digest: identity.fingerprint,
    sources: { "a.ts": "1", "b.ts": "2" },
    packages: [],
  };
  const now = { ...identity, code };
  assertEquals(
    describeChange(last, { ...now, params: { ...identity.params, steps: 600 } }),
    "params changed: steps 500 -> 600",
  );
  assertEquals(
    describeChange(last, { ...now, fingerprint: "other" }),
    "code of train changed (b.ts)",
  );
  assertEquals(describeChange(last, { ...now, inputs: { data: "other" } }), "input changed: data");
});
