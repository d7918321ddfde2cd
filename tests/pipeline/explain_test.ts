import { assertEquals } from "@std/assert";
import type { JsonObject } from "../../pipeline/canonical.ts";
import { describeChange } from "../../pipeline/explain.ts";
import type { StageRecord } from "../../pipeline/store/record.ts";
import { makeRecord } from "./fixtures/make_record.ts";

const LAST = makeRecord({
  kind: "train-gan",
  params: { seed: 1, settings: { stepCount: 500, hidden: [16, 16] } },
  inputs: { data: "d1", reference: "r1" },
  fingerprint: "f1",
  sources: { "src/a.ts": "1", "src/b.ts": "1", "src/c.ts": "1", "src/d.ts": "1" },
  packages: ["zod@4.0.0"],
});

interface Change {
  readonly params?: JsonObject;
  readonly inputs?: Record<string, string>;
  readonly fingerprint?: string;
  readonly sources?: Record<string, string>;
  readonly packages?: readonly string[];
}

function describe(change: Change, last: StageRecord = LAST): string {
  const { kind, params, inputs, fingerprint, sources, packages } = { ...last, ...change };
  const code = { digest: fingerprint, sources, packages };
  return describeChange(last, { kind, params, inputs, fingerprint, code });
}

Deno.test("describeChange() names a parameter by its path, with both values", () => {
  assertEquals(
    describe({ params: { seed: 1, settings: { stepCount: 600, hidden: [16, 16] } } }),
    "params changed: settings.stepCount 500 -> 600",
  );
});

Deno.test("describeChange() names parameters that came and went", () => {
  assertEquals(
    describe({ params: { settings: { stepCount: 500, hidden: [16, 16] }, slope: 0.2 } }),
    "params changed: seed 1 -> (none), slope (none) -> 0.2",
  );
});

Deno.test("describeChange() does not take another order of names for a change", () => {
  const params = { settings: { hidden: [16, 16], stepCount: 500 }, seed: 2 };
  assertEquals(describe({ params }), "params changed: seed 1 -> 2");
});

Deno.test("describeChange() cuts long values short", () => {
  const params = { seed: "x".repeat(100), settings: LAST.params.settings };
  assertEquals(describe({ params }), `params changed: seed 1 -> "${"x".repeat(36)}…`);
});

Deno.test("describeChange() names three source files of changed code and counts the rest", () => {
  const sources = { "src/a.ts": "2", "src/b.ts": "2", "src/c.ts": "2", "src/e.ts": "1" };
  assertEquals(
    describe({ fingerprint: "f2", sources }),
    "code of train-gan changed (src/a.ts, src/b.ts, src/c.ts and 2 more)",
  );
});

Deno.test("describeChange() names a package at a new version", () => {
  assertEquals(
    describe({ fingerprint: "f2", packages: ["zod@4.6.7"] }),
    "code of train-gan changed (zod@4.6.7)",
  );
});

Deno.test("describeChange() says nothing of files that changed without changing the code", () => {
  assertEquals(describe({ sources: { "src/a.ts": "2" } }), "its record is gone");
});

Deno.test("describeChange() joins all reasons", () => {
  assertEquals(
    describe({
      params: { ...LAST.params, seed: 2 },
      fingerprint: "f2",
      inputs: { data: "d2", reference: "r1" },
    }),
    "params changed: seed 1 -> 2; code of train-gan changed; input changed: data",
  );
});
