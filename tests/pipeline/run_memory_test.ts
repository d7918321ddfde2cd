import { assert, assertEquals, assertGreater, assertMatch, assertThrows } from "@std/assert";
import { checkMemory, EnvironmentError, measureMemory } from "../../pipeline/mod.ts";
import type { StageKind } from "../../pipeline/stage.ts";
import type { FailureRecord } from "../../pipeline/store/record.ts";
import { tellsOfMemory } from "../../pipeline/executor/out_of_memory.ts";
import { listChildren } from "./fixtures/list_children.ts";
import { STAGE_KINDS } from "./fixtures/stage_kinds.ts";
import { makeStage, Workbench } from "./fixtures/workbench.ts";

const KINDS: Record<string, StageKind> = {
  "eat-memory": {
    ...STAGE_KINDS["eat-memory"],
    resources: { threads: 1, memoryMb: 60, lowers: "the appetite" },
  },
  "write-number": STAGE_KINDS["write-number"],
};
const MAY_LIMIT = Deno.build.os === "linux" &&
  new Deno.Command("sh", { args: ["-c", "command -v prlimit"] }).outputSync().success;

async function readFailure(bench: Workbench): Promise<FailureRecord> {
  const [name] = await bench.list("failures");
  return JSON.parse(await Deno.readTextFile(bench.path("failures", name)));
}

Deno.test("runGraph() reports a stage whose heap is full as out of memory, with its peak and what to lower", async () => {
  await using bench = await Workbench.open();
  const { results } = await bench.run([makeStage("a", "eat-memory", { params: { on: "heap" } })], {
    kinds: KINDS,
    environment: { DENO_V8_FLAGS: "--max-old-space-size=60" },
  });
  assertEquals(results.a.status, "failed");
  const found =
    /^Cannot run "a": out of memory: its peak was (\d+) MB, where 60 MB were planned for .*\. Lower the appetite, or --jobs\n/
      .exec(results.a.reason);
  assert(found !== null, results.a.reason);
  assertGreater(Number(found[1]), 60);
  const { reason, log } = await readFailure(bench);
  assertMatch(reason, /^out of memory: /);
  assertMatch(log, /out of memory/);
  assertEquals(await bench.listRecords(), []);
});

Deno.test({
  name: "runGraph() reports a stage that the system gives no more memory as out of memory",
  ignore: !MAY_LIMIT,
  fn: async () => {
    await using bench = await Workbench.open();
    let limit: Deno.CommandOutput | undefined;
    const { results } = await bench.run(
      [makeStage("a", "eat-memory", { params: { on: "buffers" } })],
      {
        kinds: KINDS,
        onEvent: (event) => {
          if (event.type !== "stage-progress" || limit !== undefined) return;
          const [stage] = listChildren(Deno.pid);
          limit = new Deno.Command("prlimit", {
            args: [`--pid=${stage}`, `--data=${300 * 2 ** 20}`],
          }).outputSync();
        },
      },
    );
    assert(limit?.success);
    assertEquals(results.a.status, "failed");
    assertMatch(results.a.reason, /^Cannot run "a": out of memory: its peak was [1-9]\d* MB/);
  },
});

Deno.test("runGraph() takes no other failure, and no kill, for a lack of memory", async () => {
  await using bench = await Workbench.open();
  const { results } = await bench.run([makeStage("a", "fail")]);
  assertMatch(results.a.reason, /^Cannot run "a": loss is NaN at step 3/);
  if (Deno.build.os !== "linux") return;
  const killed = await bench.run([makeStage("b", "eat-memory", { params: { on: "buffers" } })], {
    onEvent: ({ type }) => {
      if (type === "stage-progress") Deno.kill(listChildren(Deno.pid)[0], "SIGKILL");
    },
  });
  assertMatch(killed.results.b.reason, /^Cannot run "b": its process was killed by SIGKILL/);
});

Deno.test("tellsOfMemory() knows the words of V8, C++, Rust, TensorFlow and the system", () => {
  const lines = [
    "# Fatal JavaScript out of memory: CALL_AND_RETRY_LAST",
    "RangeError: Array buffer allocation failed",
    "terminate called after throwing an instance of 'std::bad_alloc'",
    "memory allocation of 8388608 bytes failed",
    "OOM when allocating tensor with shape[60000,1024]",
    "Cannot allocate memory (os error 12)",
  ];
  assertEquals(lines.filter((line) => !tellsOfMemory(line)), []);
  assertEquals(tellsOfMemory("memory: 12 tensors are alive"), false);
});

Deno.test("checkMemory() refuses a stage that needs more than there is, and passes what just fits", () => {
  const kinds = {
    ...KINDS,
    "eat-memory": { ...KINDS["eat-memory"], resources: { threads: 1, memoryMb: 2000 } },
  };
  const stages = [makeStage("small", "write-number"), makeStage("a/1", "eat-memory")];
  checkMemory(stages, { kinds, totalMb: 2000 });
  const error = assertThrows(
    () => checkMemory(stages, { kinds, totalMb: 1999.5 }),
    EnvironmentError,
  );
  assertEquals(
    error.message,
    'Cannot run "a/1": it needs 2000 MB of memory, and there are 1999 MB. ' +
      "Run it on a machine with more, or raise the limit of the container",
  );
});

Deno.test("measureMemory() gives MiB of a machine that runs this test", () => {
  const { totalMb, availableMb } = measureMemory();
  assertGreater(totalMb, 256);
  assertGreater(2 ** 30, totalMb);
  assert(availableMb > 0 && availableMb <= totalMb);
});
