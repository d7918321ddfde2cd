import { join } from "node:path";
import { digestFile } from "../../pipeline/digest.ts";
import { assertEquals } from "@std/assert";
import { makeStage, overwrite, PROJECT_ROOT, Workbench } from "./fixtures/workbench.ts";

const NUMBER = makeStage("number", "write-number", { params: { number: 1 } });
const PARITY = makeStage("parity", "take-parity", { number: "number" });
const OTHER = makeStage("other", "write-number", { params: { number: 5 } });

type Plan = Awaited<ReturnType<Workbench["plan"]>>;

function describe(plan: Plan): Record<string, string> {
  const stages = Object.values(plan);
  return Object.fromEntries(stages.map(({ id, status, reason }) => [id, `${status}: ${reason}`]));
}

Deno.test("planGraph() tells what never ran, and gives no key while an input is to come", async () => {
  await using bench = await Workbench.open();
  const plan = await bench.plan([NUMBER, PARITY]);
  assertEquals(describe(plan), {
    number: "missing: never run",
    parity: "missing: waits for number",
  });
  assertEquals([plan.number.key?.length, plan.parity.key], [64, null]);
});

Deno.test("planGraph() finds results of other experiments by their keys", async () => {
  await using bench = await Workbench.open();
  await bench.run([NUMBER, PARITY]);
  const plan = await bench.plan([NUMBER, PARITY], { experiment: "another" });
  assertEquals(describe(plan), {
    number: "cached: nothing changed",
    parity: "cached: nothing changed",
  });
});

Deno.test("planGraph() says which parameter changed since the last run", async () => {
  await using bench = await Workbench.open();
  await bench.run([NUMBER, PARITY]);
  const changed = makeStage("number", "write-number", { params: { number: 2 } });
  assertEquals(describe(await bench.plan([changed, PARITY])), {
    number: "stale: params changed: number 1 -> 2",
    parity: "stale: waits for number",
  });
});

Deno.test("planGraph() says which file of changed code changed", async () => {
  await using bench = await Workbench.open();
  const path = "tests/pipeline/fixtures/stages/write_number.ts";
  const { digest } = await digestFile(join(PROJECT_ROOT, path));
  const fingerprints = {
    "write-number": { digest: "1", sources: { [path]: digest }, packages: [] },
  };
  await bench.run([NUMBER], { fingerprints });
  const edited = { "write-number": { digest: "2", sources: { [path]: "2" }, packages: [] } };
  assertEquals(describe(await bench.plan([NUMBER], { fingerprints: edited })), {
    number: "stale: code of write-number changed (tests/pipeline/fixtures/stages/write_number.ts)",
  });
  assertEquals(describe(await bench.plan([NUMBER], { fingerprints })), {
    number: "cached: nothing changed",
  });
});

Deno.test("planGraph() notices an artifact that is gone or cut short", async () => {
  await using bench = await Workbench.open();
  const { results } = await bench.run([NUMBER]);
  const path = bench.store.locate(results.number.record!.outputs.number.digest);
  const damaged = { number: "stale: artifact number is missing or damaged" };
  await overwrite(path, "");
  assertEquals(describe(await bench.plan([NUMBER])), damaged);
  await Deno.remove(path);
  assertEquals(describe(await bench.plan([NUMBER])), damaged);
});

Deno.test("planGraph() keeps to one kind and what it needs", async () => {
  await using bench = await Workbench.open();
  const stages = [NUMBER, PARITY, OTHER, makeStage("next", "add-one", { number: "parity" })];
  assertEquals(describe(await bench.plan(stages, { only: "take-parity" })), {
    number: "missing: never run",
    parity: "missing: waits for number",
    other: "skipped: only take-parity was asked for",
    next: "skipped: only take-parity was asked for",
  });
});

Deno.test("planGraph() forces the kind that is to rerun, and leaves what it needs cached", async () => {
  await using bench = await Workbench.open();
  await bench.run([NUMBER, PARITY]);
  const options = { only: "take-parity", rerun: true };
  assertEquals(describe(await bench.plan([NUMBER, PARITY], options)), {
    number: "cached: nothing changed",
    parity: "stale: forced by --rerun",
  });
  const { statuses } = await bench.run([NUMBER, PARITY], options);
  assertEquals(statuses, { number: "cached", parity: "done" });
});
