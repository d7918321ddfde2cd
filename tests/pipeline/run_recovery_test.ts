import { assert, assertEquals, assertGreater, assertStringIncludes } from "@std/assert";
import { isAlive } from "./fixtures/is_alive.ts";
import { listChildren } from "./fixtures/list_children.ts";
import type { RunnerOutput } from "./fixtures/run_graph.ts";
import { readOutput, startRunner } from "./fixtures/runner_process.ts";
import { makeStage, overwrite, Workbench } from "./fixtures/workbench.ts";

/** A stage ends when it hears that its runner's end of stdin has closed; a loaded machine is slow. */
const PATIENCE_MS = 10_000;
const NO_PROC = Deno.build.os !== "linux";

async function readDigests(runner: Deno.ChildProcess): Promise<RunnerOutput["digests"]> {
  return (await readOutput(runner)).digests;
}

async function waitUntil(claim: string, isTrue: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (!await isTrue()) {
    assert(performance.now() < end, `Cannot wait longer until ${claim}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

async function countCheckpoints(bench: Workbench): Promise<number> {
  const keys = await bench.list("checkpoints");
  const files = await Promise.all(keys.map((key) => bench.list(`checkpoints/${key}`)));
  return files.filter((names) => names.includes("checkpoint")).length;
}

Deno.test({
  name:
    "runGraph() killed with -9 leaves no stage behind, and the next run ends with the same digests",
  ignore: NO_PROC,
  fn: async () => {
    await using undisturbed = await Workbench.open();
    await using bench = await Workbench.open();
    const expected = readDigests(startRunner(undisturbed.results, "counting"));

    const runner = startRunner(bench.results, "counting");
    await waitUntil(
      "both stages have a checkpoint",
      async () => await countCheckpoints(bench) === 2,
    );
    const stages = listChildren(runner.pid);
    assertEquals(stages.map(isAlive), [true, true]);
    runner.kill("SIGKILL");
    assertEquals((await runner.output()).signal, "SIGKILL");
    await waitUntil("no stage is left", () => !stages.some(isAlive));
    assertEquals(await bench.listRecords(), []);

    assertEquals(await readDigests(startRunner(bench.results, "counting")), await expected);
    const [counted] = await bench.listRecords();
    assertGreater(Number(counted.facts.firstStep), 0);
  },
});

Deno.test({
  name: "runGraph() killed with -9 ends a stage that is silent, as it hears its stdin close",
  ignore: NO_PROC,
  fn: async () => {
    await using bench = await Workbench.open();
    const runner = startRunner(bench.results, "waiting");
    await waitUntil("the stage waits", async () => await countCheckpoints(bench) === 1);
    const [stage] = listChildren(runner.pid);
    assert(isAlive(stage));
    runner.kill("SIGKILL");
    await runner.output();
    await waitUntil("the stage is gone", () => !isAlive(stage));
    assertEquals(await bench.listRecords(), []);
  },
});

Deno.test("runGraph() keeps the checkpoint of an aborted stage, and goes on from it", async () => {
  await using bench = await Workbench.open();
  const stages = [makeStage("count", "count-slowly", { params: { stepCount: 40, stepMs: 20 } })];
  const controller = new AbortController();
  const stopped = await bench.run(stages, {
    signal: controller.signal,
    onEvent: (event) => {
      if (event.type === "stage-progress" && event.progress.done > 4) controller.abort();
    },
  });
  assertEquals(stopped.statuses, { count: "skipped" });
  assertEquals(stopped.results.count.reason, "interrupted");
  assertEquals(await countCheckpoints(bench), 1);
  assertEquals(await bench.list("failures"), []);
  assertEquals(await bench.list("tmp"), []);

  const { results } = await bench.run(stages);
  assertEquals(await bench.read(results.count), String(40 * 41 / 2));
  assertGreater(Number(results.count.record!.facts.firstStep), 4);
  assertEquals(await bench.list("checkpoints"), []);
});

Deno.test("runGraph() starts nothing when it is aborted before, and still finds what is cached", async () => {
  await using bench = await Workbench.open();
  const stages = [makeStage("a", "write-number", { params: { number: 1 } })];
  await bench.run(stages);
  const more = [...stages, makeStage("b", "write-number", { params: { number: 2 } })];
  const { statuses, events } = await bench.run(more, { signal: AbortSignal.abort() });
  assertEquals(statuses, { a: "cached", b: "skipped" });
  assertEquals(events.filter(({ type }) => type === "stage-started"), []);
});

Deno.test("runGraph() quarantines an input with a flipped byte and computes it again", async () => {
  await using bench = await Workbench.open();
  const source = makeStage("a", "write-number", { params: { number: 41 } });
  const { results } = await bench.run([source]);
  const { digest } = results.a.record!.outputs.number;
  await overwrite(bench.store.locate(digest), "40");

  const repaired = await bench.run([source, makeStage("b", "add-one", { number: "a" })]);
  assertEquals(repaired.statuses, { a: "done", b: "done" });
  assertEquals(await bench.read(repaired.results.b), "42");
  const { key } = results.a.record!;
  assertEquals(await bench.list("quarantine"), [digest, `${key}.json`].sort());
  assertEquals(await Deno.readTextFile(bench.path("quarantine", digest)), "40");
  const logged = repaired.events.filter(({ type }) => type === "log");
  assertEquals(logged.length, 1);
  assertStringIncludes(JSON.stringify(logged), `(${digest}): its SHA-256 is`);
});

Deno.test("runGraph() computes an input again that is gone", async () => {
  await using bench = await Workbench.open();
  const source = makeStage("a", "write-number", { params: { number: 41 } });
  const { results } = await bench.run([source]);
  await Deno.remove(bench.store.locate(results.a.record!.outputs.number.digest));
  const repaired = await bench.run([source, makeStage("b", "add-one", { number: "a" })]);
  assertEquals(repaired.statuses, { a: "done", b: "done" });
  assertEquals(await bench.read(repaired.results.b), "42");
});
