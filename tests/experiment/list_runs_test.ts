import { assertEquals } from "@std/assert";
import { listRuns } from "../../src/experiment/list_runs.ts";
import { parseExperiment } from "../../src/experiment/parse.ts";

function listNames(variants: object, seeds: number[]): string[] {
  const spec = { name: "a", question: "Why?", dataset: { kind: "mnist" }, seeds, variants };
  return listRuns(parseExperiment(spec, { file: "a.ts" })).map(({ name }) => name);
}

Deno.test("listRuns() starts with what takes longest", () => {
  const names = listNames({
    mlp: {},
    dcgan: { generator: { kind: "dcgan" }, discriminator: { kind: "dcgan" } },
    compared: { discriminator: { kind: "dcgan", minibatchDiscrimination: {} } },
    long: { stepCount: 3_000 },
  }, [2, 1]);
  assertEquals(names, [
    "compared/seed=2",
    "compared/seed=1",
    "dcgan/seed=2",
    "dcgan/seed=1",
    "long/seed=2",
    "long/seed=1",
    "mlp/seed=2",
    "mlp/seed=1",
  ]);
});

Deno.test("listRuns() keeps the order of the spec among equals", () => {
  assertEquals(listNames({ b: {}, a: {} }, [1]), ["b/seed=1", "a/seed=1"]);
});

Deno.test("listRuns() counts the updates looked ahead, and the samples of a pack", () => {
  const names = listNames({
    "plain": {},
    "packed": { packing: 2 },
    "unrolled": { unrolledSteps: 5 },
    "wide": { batchSize: 192 },
  }, [1]);
  assertEquals(names, ["unrolled/seed=1", "wide/seed=1", "packed/seed=1", "plain/seed=1"]);
});
