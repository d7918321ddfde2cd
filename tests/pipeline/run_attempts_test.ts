import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { CappedLog } from "../../pipeline/executor/capped_log.ts";
import { isAlive } from "./fixtures/is_alive.ts";
import { STAGE_KINDS } from "./fixtures/stage_kinds.ts";
import { makeStage, Workbench } from "./fixtures/workbench.ts";

const IS_LINUX = Deno.build.os === "linux";

async function readGrandchild(bench: Workbench): Promise<number> {
  const [key] = await bench.list("checkpoints");
  return Number(await Deno.readTextFile(bench.path("checkpoints", key, "checkpoint")));
}

Deno.test({
  name: "runGraph() stops a stage that reports nothing for too long, with what it has started",
  ignore: !IS_LINUX,
  fn: async () => {
    await using bench = await Workbench.open();
    const { statuses, results } = await bench.run([
      makeStage("a", "hang"),
      makeStage("b", "add-one", { number: "a" }),
    ]);
    assertEquals(statuses, { a: "failed", b: "blocked" });
    assertMatch(
      results.a.reason,
      /^Cannot run "a": it reported no progress for 1 s, and was stopped\nwaiting\nAll that it printed: .*\.log$/,
    );
    assert(!isAlive(await readGrandchild(bench)), "what the stage has started is gone");
    assertEquals(await bench.listRecords(), []);
  },
});

Deno.test({
  name:
    "runGraph() stops a stage with what it has started when it is aborted, and at once when that is urgent",
  ignore: !IS_LINUX,
  fn: async () => {
    for (const isUrgent of [false, true]) {
      await using bench = await Workbench.open();
      const controller = new AbortController();
      const running = bench.run([makeStage("a", "hang")], {
        kinds: { hang: { ...STAGE_KINDS.hang, timeoutMs: 60_000 } },
        ...(isUrgent ? { urgentSignal: controller.signal } : { signal: controller.signal }),
      });
      while (await readGrandchild(bench).catch(() => 0) === 0) {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      controller.abort();
      assertEquals((await running).statuses, { a: "skipped" });
      assert(!isAlive(await readGrandchild(bench)));
    }
  },
});

Deno.test("runGraph() tries a stage again after failures that its kind says may pass, twice at most", async () => {
  await using bench = await Workbench.open();
  const run = (failures: number, kinds = STAGE_KINDS) =>
    bench.run([makeStage(`${failures}`, "fail-at-first", { params: { failures } })], { kinds });
  const passed = await run(1);
  assertEquals(await bench.read(passed.results[1]), "1");
  const notes = passed.events.flatMap((event) => event.type === "log" ? [event.message] : []);
  assertEquals(notes.length, 1);
  assertStringIncludes(notes[0], "the device is busy");
  assertStringIncludes(notes[0], 'This may pass: "1" is tried again');

  assertEquals((await run(4)).statuses, { 4: "failed" });
  assertEquals((await run(4)).statuses, { 4: "done" }, "which was the fifth try");
  const { transient: _, ...declaresNothing } = STAGE_KINDS["fail-at-first"];
  const once = await run(2, { "fail-at-first": declaresNothing });
  assertEquals(once.statuses, { 2: "failed" });
});

Deno.test("runGraph() keeps the log of each try, of a key the last five", async () => {
  await using bench = await Workbench.open();
  const { transient: _, ...kind } = STAGE_KINDS["fail-at-first"];
  const stages = [makeStage("a", "fail-at-first", { params: { failures: 7 } })];
  const run = async () =>
    (await bench.run(stages, { kinds: { "fail-at-first": kind } })).statuses.a;
  for (let count = 0; count < 7; count++) assertEquals(await run(), "failed");
  assertEquals(await run(), "done");
  const [key] = await bench.list("logs");
  const names = await bench.list(join("logs", key));
  const logs = names.map((name) => Deno.readTextFileSync(bench.path("logs", key, name)));
  assertEquals(
    logs.map((text) => text.split("\n")[0]),
    [3, 4, 5, 6, 7].map((count) => `failing for the ${count}. time`),
  );
});

Deno.test("CappedLog keeps the first lines and the last, and says how many are left out", () => {
  const log = new CappedLog();
  const lines = Array.from({ length: 40_000 }, (_, index) => `line ${index}`);
  lines.forEach((line) => log.add(line));
  assertEquals(log.takeLast(2), "line 39998\nline 39999");
  const text = log.toText();
  assertMatch(text, /^line 0\nline 1\n[\s\S]*\n… \d+ lines are left out …\n[\s\S]*\nline 39999$/);
  const dropped = Number(/… (\d+) lines/.exec(text)![1]);
  assertEquals(text.split("\n").length - 1 + dropped, lines.length);
  assert(text.length < 400_000);

  const short = new CappedLog();
  short.add("only");
  short.add("x".repeat(1_000_000));
  assertEquals(short.takeLast(5).length < 200_000, true);
});
