import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { FailureRecord } from "../../pipeline/store/record.ts";
import { makeStage, Workbench } from "./fixtures/workbench.ts";

const WITH_FAILURE = [
  makeStage("bad", "fail"),
  makeStage("needs-bad", "add-one", { number: "bad" }),
  makeStage("needs-that", "add-one", { number: "needs-bad" }),
  makeStage("good", "write-number", { params: { number: 1 } }),
  makeStage("needs-good", "add-one", { number: "good" }),
];

async function readFailures(bench: Workbench): Promise<FailureRecord[]> {
  const names = await bench.list("failures");
  return await Promise.all(names.map(async (name): Promise<FailureRecord> => {
    return JSON.parse(await Deno.readTextFile(bench.path("failures", name)));
  }));
}

Deno.test("runGraph() notes a failure with its reason and log, and tells which stage blocks another", async () => {
  await using bench = await Workbench.open();
  const { statuses, results } = await bench.run(WITH_FAILURE, { keepGoing: true, jobs: 1 });
  assertEquals(statuses, {
    "bad": "failed",
    "needs-bad": "blocked",
    "needs-that": "blocked",
    "good": "done",
    "needs-good": "done",
  });
  assertEquals(results["needs-bad"].reason, "blocked by bad");
  assertEquals(results["needs-that"].reason, "blocked by needs-bad");
  assertStringIncludes(
    results.bad.reason,
    'Cannot run "bad": loss is NaN at step 3\nabout to fail',
  );
  const [failure, ...others] = await readFailures(bench);
  assertEquals(others, []);
  assertEquals([failure.id, failure.reason], ["bad", "loss is NaN at step 3"]);
  assertStringIncludes(failure.log, "about to fail");
  assertEquals((await bench.listRecords()).map(({ id }) => id), ["good", "needs-good"]);
});

Deno.test("runGraph() starts nothing after a failure without keepGoing", async () => {
  await using bench = await Workbench.open();
  const { statuses, results } = await bench.run(WITH_FAILURE, { keepGoing: false, jobs: 1 });
  assertEquals(statuses, {
    "bad": "failed",
    "needs-bad": "blocked",
    "needs-that": "blocked",
    "good": "skipped",
    "needs-good": "skipped",
  });
  assertEquals(results.good.reason, "another stage failed");
});

Deno.test("runGraph() lets a stage end that runs while another fails", async () => {
  await using bench = await Workbench.open();
  const slow = makeStage("slow", "note-times");
  const { statuses } = await bench.run([slow, makeStage("bad", "fail")], { jobs: 2 });
  assertEquals(statuses, { slow: "done", bad: "failed" });
});

Deno.test("runGraph() runs a failed stage again, as a failure is no result", async () => {
  await using bench = await Workbench.open();
  const stages = [makeStage("bad", "fail")];
  await bench.run(stages);
  const { events } = await bench.run(stages);
  assertEquals(events.filter(({ type }) => type === "stage-started").length, 1);
});

Deno.test("runGraph() takes a missing artifact for a failure, and names it", async () => {
  await using bench = await Workbench.open();
  const { results } = await bench.run([makeStage("a", "forget")]);
  assertEquals(results.a.status, "failed");
  assertEquals(
    results.a.reason,
    'Cannot run "a": it did not write its artifact "number" (number.txt)',
  );
  assertEquals((await readFailures(bench)).length, 1);
  assertEquals(await bench.listRecords(), []);
});

Deno.test("runGraph() keeps what a stage tells in the record of a divergence", async () => {
  await using bench = await Workbench.open();
  const stages = [makeStage("a", "diverge"), makeStage("b", "add-one", { number: "a" })];
  const { statuses, results } = await bench.run(stages);
  assertEquals(statuses, { a: "diverged", b: "done" });
  const { outcome, detail, facts } = results.a.record!;
  assertEquals(
    { outcome, detail, facts },
    { outcome: "diverged", detail: "loss is NaN at step 3", facts: { engine: "abacus" } },
  );
  assertEquals((await bench.run(stages)).statuses, { a: "cached", b: "cached" });
});

Deno.test("runGraph() records provenance: inputs by digest, host, and memory", async () => {
  await using bench = await Workbench.open();
  const stages = [
    makeStage("a", "write-number", { params: { number: 1 } }),
    makeStage("b", "add-one", { number: "a" }),
  ];
  const { results } = await bench.run(stages, { host: { os: "linux" } });
  const record = results.b.record!;
  assertEquals(record.inputs, { number: results.a.record!.outputs.number.digest });
  assertEquals([record.host, record.experiment], [{ os: "linux" }, "bench"]);
  assert(record.peakRssBytes > 2 ** 20, "a Deno process has more than 1 MiB");
  assertEquals(await bench.store.readRecord(record.key), record);
});

Deno.test("runGraph() leaves dependants cached when a rerun gives the same bytes", async () => {
  await using bench = await Workbench.open();
  const makeChain = (number: number) => [
    makeStage("number", "write-number", { params: { number } }),
    makeStage("parity", "take-parity", { number: "number" }),
    makeStage("next", "add-one", { number: "parity" }),
  ];
  await bench.run(makeChain(1));
  const same = await bench.run(makeChain(3));
  assertEquals(same.statuses, { number: "done", parity: "done", next: "cached" });
  const other = await bench.run(makeChain(2));
  assertEquals(other.statuses, { number: "done", parity: "done", next: "done" });
  const back = await bench.run(makeChain(1));
  assertEquals(back.statuses, { number: "cached", parity: "cached", next: "cached" });
});
