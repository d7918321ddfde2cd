import { assertEquals } from "@std/assert";
import { orderGraph } from "../../pipeline/graph.ts";
import { Schedule } from "../../pipeline/schedule.ts";
import type { StageNode } from "../../pipeline/stage.ts";
import { STAGE_KINDS } from "./fixtures/stage_kinds.ts";
import { makeStage } from "./fixtures/workbench.ts";

/** `a` → `b` → `d`, `a` → `c` → `d`, and `e` alone. */
const GRAPH = orderGraph([
  makeStage("a", "write-number"),
  makeStage("b", "add-one", { number: "a" }),
  makeStage("c", "add-one", { number: "a" }),
  {
    ...makeStage("d", "add-one"),
    inputs: {
      left: { stage: "b", artifact: "number" },
      right: { stage: "c", artifact: "number" },
    },
  },
  makeStage("e", "write-number"),
], STAGE_KINDS);

function ids(stages: readonly StageNode[]): string[] {
  return stages.map(({ id }) => id);
}

Deno.test("Schedule makes a stage ready when the last of what it reads from has ended", () => {
  const schedule = new Schedule(GRAPH, []);
  assertEquals(ids(schedule.ready), ["a", "e"]);
  schedule.end("a");
  assertEquals(ids(schedule.ready), ["b", "c", "e"]);
  schedule.end("c");
  assertEquals(ids(schedule.ready), ["b", "e"]);
  schedule.end("b");
  assertEquals(ids(schedule.ready), ["d", "e"], "in the graph's order, not as they became ready");
});

Deno.test("Schedule leaves out what has ended before, and what has been taken", () => {
  const schedule = new Schedule(GRAPH, ["a", "b"]);
  assertEquals(ids(schedule.ready), ["c", "e"]);
  schedule.take(GRAPH.byId.get("c")!);
  assertEquals(ids(schedule.ready), ["e"]);
  assertEquals(ids(schedule.pending), ["d", "e"]);
});

Deno.test("Schedule.reopen() makes what reads from a stage wait again, though all had ended", () => {
  const schedule = new Schedule(GRAPH, ["a", "b", "c", "e"]);
  assertEquals(ids(schedule.ready), ["d"]);
  schedule.reopen(["b"]);
  assertEquals(ids(schedule.ready), ["b"]);
  schedule.reopen(["a", "b"]);
  assertEquals(ids(schedule.ready), ["a"]);
  schedule.end("a");
  schedule.end("b");
  assertEquals(ids(schedule.ready), ["d"], "c had ended and was not reopened");
});

Deno.test("Schedule.listBehind() lists pending stages that need one, each with its way there", () => {
  const schedule = new Schedule(GRAPH, ["c"]);
  const behind = schedule.listBehind("a").map(({ stage, through }) => [stage.id, through]);
  assertEquals(behind, [["b", "a"], ["d", "b"]]);
  assertEquals(schedule.listBehind("e"), []);
});
