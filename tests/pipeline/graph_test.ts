import { assertEquals, assertThrows } from "@std/assert";
import { listDependencies, orderGraph, selectKind } from "../../pipeline/graph.ts";
import type { StageNode } from "../../pipeline/stage.ts";
import { STAGE_KINDS } from "./fixtures/stage_kinds.ts";
import { makeStage } from "./fixtures/workbench.ts";

function listIds(stages: readonly StageNode[]): string[] {
  return orderGraph(stages, STAGE_KINDS).stages.map(({ id }) => id);
}

Deno.test("orderGraph() puts stages behind what they read from, and else keeps the order given", () => {
  const stages = [
    makeStage("last", "add-one", { number: "middle" }),
    makeStage("other", "write-number"),
    makeStage("middle", "add-one", { number: "first" }),
    makeStage("first", "write-number"),
  ];
  assertEquals(listIds(stages), ["first", "middle", "last", "other"]);
});

Deno.test("orderGraph() names the stages of a cycle", () => {
  const stages = [
    makeStage("outside", "add-one", { number: "a" }),
    makeStage("a", "add-one", { number: "b" }),
    makeStage("b", "add-one", { number: "c" }),
    makeStage("c", "add-one", { number: "a" }),
  ];
  const error = assertThrows(() => listIds(stages), RangeError);
  assertEquals(error.message, "Cannot order the graph: a -> b -> c -> a is a cycle");
});

Deno.test("orderGraph() names a stage that reads from itself", () => {
  const stages = [makeStage("a", "add-one", { number: "a" })];
  assertThrows(() => listIds(stages), RangeError, "a -> a is a cycle");
});

Deno.test("orderGraph() refuses an id that comes twice", () => {
  const stages = [makeStage("a", "write-number"), makeStage("a", "add-one", { number: "a" })];
  assertThrows(() => listIds(stages), RangeError, 'Cannot order the graph: "a" comes twice');
});

Deno.test("orderGraph() refuses an unknown kind, and lists the known ones", () => {
  const error = assertThrows(() => listIds([makeStage("a", "toString")]), RangeError);
  assertEquals(
    error.message,
    `Cannot order "a": its kind "toString" is unknown. Known are ${
      Object.keys(STAGE_KINDS).join(", ")
    }`,
  );
});

Deno.test("orderGraph() refuses an input from a stage that is not there", () => {
  assertThrows(
    () => listIds([makeStage("a", "add-one", { number: "b" })]),
    RangeError,
    'Cannot find the input "number" of "a": there is no stage "b"',
  );
});

Deno.test("orderGraph() refuses an artifact that a stage does not make, and lists those it makes", () => {
  const stages: StageNode[] = [
    makeStage("a", "write-number"),
    { ...makeStage("b", "add-one"), inputs: { number: { stage: "a", artifact: "letter" } } },
  ];
  assertThrows(
    () => listIds(stages),
    RangeError,
    'Cannot find the input "number" of "b": "a" has no artifact "letter". It has number',
  );
});

Deno.test("listDependencies() names a stage once that is read from twice", () => {
  const source = { stage: "a", artifact: "number" };
  const stage = { ...makeStage("b", "add-one"), inputs: { left: source, right: source } };
  assertEquals(listDependencies(stage), ["a"]);
});

Deno.test("selectKind() keeps the stages of a kind and everything that they need", () => {
  const graph = orderGraph([
    makeStage("a", "write-number"),
    makeStage("b", "take-parity", { number: "a" }),
    makeStage("c", "add-one", { number: "b" }),
    makeStage("unneeded", "write-number"),
    makeStage("after", "take-parity", { number: "c" }),
  ], STAGE_KINDS);
  assertEquals([...selectKind(graph, "add-one")].sort(), ["a", "b", "c"]);
});

Deno.test("orderGraph() takes a chain that is longer than the call stack", () => {
  const stages = Array.from(
    { length: 20_000 },
    (_, index) =>
      makeStage(`${index}`, "add-one", index === 19_999 ? {} : { number: `${index + 1}` }),
  );
  const ordered = listIds(stages);
  assertEquals([ordered.length, ordered[0], ordered.at(-1)], [20_000, "19999", "0"]);
});
