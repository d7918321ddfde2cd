import { assertEquals, assertNotEquals, assertThrows } from "@std/assert";
import type { JsonValue } from "../../pipeline/canonical.ts";
import { makeStageKey, type StageIdentity } from "../../pipeline/key.ts";

const IDENTITY: StageIdentity = {
  kind: "train-gan",
  params: { seed: 3, settings: { stepCount: 500, rate: 1e-4 } },
  inputs: { data: "ab".repeat(32), reference: "cd".repeat(32) },
  fingerprint: "ef".repeat(32),
};

Deno.test("makeStageKey() gives the pinned key", () => {
  assertEquals(
    makeStageKey(IDENTITY),
    "a3d89c665a38e4f23fbd641ec540ca80e30dee19d74b6d19ba69e77838891316",
  );
});

Deno.test("makeStageKey() does not depend on the order of names", () => {
  const { data, reference } = IDENTITY.inputs;
  const shuffled: StageIdentity = {
    fingerprint: IDENTITY.fingerprint,
    inputs: { reference, data },
    params: { settings: { rate: 1e-4, stepCount: 500 }, seed: 3 },
    kind: "train-gan",
  };
  assertEquals(makeStageKey(shuffled), makeStageKey(IDENTITY));
});

Deno.test("makeStageKey() depends on each part of the identity", () => {
  const others: Partial<StageIdentity>[] = [
    { kind: "train-judge" },
    { params: { seed: 3, settings: { stepCount: 501, rate: 1e-4 } } },
    { params: { seed: "3", settings: { stepCount: 500, rate: 1e-4 } } },
    { inputs: { data: IDENTITY.inputs.reference, reference: IDENTITY.inputs.data } },
    { inputs: { data: IDENTITY.inputs.data } },
    { fingerprint: "00".repeat(32) },
  ];
  const keys = others.map((other) => makeStageKey({ ...IDENTITY, ...other }));
  for (const key of keys) assertNotEquals(key, makeStageKey(IDENTITY));
  assertEquals(new Set(keys).size, others.length);
});

Deno.test("makeStageKey() refuses parameters that JSON cannot hold", () => {
  const params = { settings: { rate: NaN } };
  assertThrows(() => makeStageKey({ ...IDENTITY, params }), TypeError, '"[3].settings.rate"');
});

Deno.test("makeStageKey() refuses what stands for more than one work, with its path", () => {
  const refusals: [JsonValue, string][] = [
    [2 ** 53, '"params.settings.rates[1]": it is 9007199254740992, and integers past 2^53'],
    [-(2 ** 60), '"params.settings.rates[1]"'],
    [-0, '"[3].settings.rates[1]" as canonical JSON: it is -0'],
    [NaN, '"[3].settings.rates[1]" as canonical JSON: it is NaN'],
    ["\udc00", '"[3].settings.rates[1]" as canonical JSON: it is text with a lone surrogate'],
  ];
  for (const [value, message] of refusals) {
    const params = { settings: { rates: [0, value] } };
    assertThrows(() => makeStageKey({ ...IDENTITY, params }), TypeError, message);
  }
  const params = { settings: { rates: [Number.MAX_SAFE_INTEGER, 0.1, 1e-300, 1e30] } };
  makeStageKey({ ...IDENTITY, params });
});
