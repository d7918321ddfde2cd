import { assert, assertEquals, assertGreater, assertMatch } from "@std/assert";
import { GRAPHS } from "./fixtures/graphs.ts";
import { listChildren } from "./fixtures/list_children.ts";
import { readOutput, startRunner } from "./fixtures/runner_process.ts";
import { makeStage, Workbench } from "./fixtures/workbench.ts";

const RUNNERS = 4;

function startRunners(bench: Workbench, graph: string, ...switches: string[]) {
  return Array.from({ length: RUNNERS }, () => startRunner(bench.results, graph, ...switches));
}

/** One record a key, each with its artifacts, and nothing left over. */
async function checkStore(bench: Workbench, graph: string): Promise<void> {
  const records = await bench.listRecords();
  assertEquals(records.map(({ id }) => id), GRAPHS[graph].map(({ id }) => id).sort());
  for (const { outputs, key } of records) {
    for (const artifact of Object.values(outputs)) await bench.store.verify(artifact, key);
  }
  for (const folder of ["tmp", "locks", "checkpoints", "quarantine"]) {
    assertEquals(await bench.list(folder), [], folder);
  }
}

Deno.test("runGraph() of four runners at once does each stage once, and all end with the same digests", async () => {
  await using bench = await Workbench.open();
  const outputs = await Promise.all(startRunners(bench, "times").map(readOutput));
  for (const { digests } of outputs) assertEquals(digests, outputs[0].digests);
  const ran = outputs.flatMap(({ ran }) => ran).sort();
  assertEquals(ran, GRAPHS.times.map(({ id }) => id), "each stage by one of them");
  assertGreater(outputs.filter(({ ran }) => ran.length > 0).length, 1, "they share the work");
  await checkStore(bench, "times");
  assertEquals(await bench.list("conflicts"), []);
});

Deno.test("runGraph() of four runners needs no locks: the first record stands, and other results are kept as evidence", async () => {
  await using bench = await Workbench.open();
  const outputs = await Promise.all(
    startRunners(bench, "random", "--without-locks").map(readOutput),
  );
  for (const { digests } of outputs) assertEquals(digests, outputs[0].digests);
  await checkStore(bench, "random");
  const ran = outputs.flatMap(({ ran }) => ran);
  assertGreater(ran.length, GRAPHS.random.length, "some did what others did");
  const told = outputs.flatMap(({ conflicts }) => conflicts);
  assertEquals(told.length, ran.length - GRAPHS.random.length);
  assertEquals((await bench.list("conflicts")).length, told.length);
});

Deno.test({
  name: "runGraph() takes over from a runner that was killed, and waits for none that is gone",
  ignore: Deno.build.os !== "linux",
  fn: async () => {
    await using bench = await Workbench.open();
    const first = startRunner(bench.results, "waiting");
    while (listChildren(first.pid).length === 0) await new Promise((end) => setTimeout(end, 10));
    const stages = [makeStage("wait", "wait-silently"), makeStage("other", "note-times")];
    const controller = new AbortController();
    const logs: string[] = [];
    const running = bench.run(stages, {
      signal: controller.signal,
      onEvent: (event) => {
        if (event.type === "log") logs.push(event.message);
        // Done while the other stage was left to its runner.
        if (event.type === "stage-finished" && event.id === "other") first.kill("SIGKILL");
        if (event.type === "stage-started" && event.id === "wait") controller.abort();
      },
    });
    const { statuses } = await running;
    assertEquals(statuses, { wait: "skipped", other: "done" });
    assertMatch(logs.join("\n"), /Another run computes "wait"/);
    const { signal } = await first.output();
    assertEquals(signal, "SIGKILL");
    assert(controller.signal.aborted, "it took the stage over");
  },
});
