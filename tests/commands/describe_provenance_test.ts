import { assertEquals } from "@std/assert";
import type { JsonObject, StageResult } from "../../pipeline/mod.ts";
import { describeProvenance } from "../../src/commands/describe_provenance.ts";
import { writeFact } from "../../src/report/text/write_fact.ts";

const capture = (step: string, mode: string, captureMs: number, note?: string) => ({
  step,
  mode,
  operationCount: 9,
  captureMs,
  firstCallMs: 100,
  ...(note === undefined ? {} : { note }),
});

function resultOf(facts: JsonObject): StageResult {
  const host = {
    processor: "P",
    cores: 2,
    os: "linux",
    architecture: "x86_64",
    deno: "2",
    v8: "1",
  };
  const record = { facts, host, packages: [], startedAt: "2026-01-01T00:00:00.000Z" };
  return { record } as unknown as StageResult;
}

function captured(results: StageResult[]): string | undefined {
  const facts = describeProvenance(results, []).map(writeFact);
  return facts.find(({ label }) => label === "Captured steps")?.value;
}

Deno.test("describeProvenance() names captured steps and what the dearest stage paid for them", () => {
  const results = [
    resultOf({ captures: [capture("train_gan", "xla", 700), capture("generate", "graph", 50)] }),
    resultOf({ captures: [capture("train_gan", "xla", 200)] }),
    resultOf({}),
  ];
  assertEquals(
    captured(results),
    "generate as a graph; train_gan by XLA; at most 0.9 s a stage to capture and compile",
  );
});

Deno.test("describeProvenance() tells why a step is not run as it was meant to be", () => {
  const note = "this library has no XLA";
  assertEquals(
    captured([resultOf({ captures: [capture("train_gan", "graph", 100, note)] })]),
    "train_gan as a graph (this library has no XLA); at most 0.2 s a stage to capture and compile",
  );
});

Deno.test("describeProvenance() says nothing of captures where an engine makes none", () => {
  assertEquals(captured([resultOf({})]), undefined);
});
