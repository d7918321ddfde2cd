import { assertEquals, assertLess, assertLessOrEqual } from "@std/assert";
import type { StageKind } from "../../pipeline/stage.ts";
import { STAGE_KINDS } from "./fixtures/stage_kinds.ts";
import { type BenchOptions, makeStage, Workbench } from "./fixtures/workbench.ts";

const STAGES = [0, 1, 2].map((index) =>
  makeStage(`t/${index}`, "note-times", { params: { index } })
);

interface Span {
  readonly began: number;
  readonly ended: number;
}

function needing(resources: StageKind["resources"]): Record<string, StageKind> {
  return { "note-times": { ...STAGE_KINDS["note-times"], resources } };
}

/** The most stages that worked at once, by their own clocks. */
async function measureOverlap(options: BenchOptions): Promise<number> {
  await using bench = await Workbench.open();
  const { results } = await bench.run(STAGES, options);
  const texts = await Promise.all(
    Object.values(results).map((result) => bench.read(result, "times")),
  );
  const spans = texts.map((text): Span => JSON.parse(text));
  assertEquals(spans.length, STAGES.length);
  const overlaps = spans.map(({ began }) =>
    spans.filter((span) => span.began <= began && began < span.ended).length
  );
  return Math.max(...overlaps);
}

Deno.test("runGraph() lets no two stages overlap with one job", async () => {
  assertEquals(await measureOverlap({ jobs: 1 }), 1);
});

Deno.test("runGraph() runs as many stages at once as there are jobs", async () => {
  assertEquals(await measureOverlap({ jobs: 2 }), 2);
});

Deno.test("runGraph() counts the threads of a stage, not the stage", async () => {
  assertEquals(await measureOverlap({ jobs: 3, kinds: needing({ threads: 2, memoryMb: 1 }) }), 1);
});

Deno.test("runGraph() respects the memory budget when there are threads to spare", async () => {
  const options = { jobs: 8, memoryMb: 1000, kinds: needing({ threads: 1, memoryMb: 500 }) };
  assertLessOrEqual(await measureOverlap(options), 2);
  assertEquals(await measureOverlap({ ...options, memoryMb: 999 }), 1);
});

Deno.test("runGraph() runs a stage alone that needs more than there is", async () => {
  const kinds = needing({ threads: 64, memoryMb: 10_000 });
  assertEquals(await measureOverlap({ jobs: 1, memoryMb: 100, kinds }), 1);
});

Deno.test("runGraph() lets as many stages share the cards as there are slots, and counts none without", async () => {
  const kinds = needing({ threads: 1, memoryMb: 1, gpu: 1 });
  assertEquals(await measureOverlap({ jobs: 8, gpuSlots: 1, kinds }), 1);
  assertEquals(await measureOverlap({ jobs: 8, kinds }), 3);
});

Deno.test("runGraph() starts a stage that becomes ready behind a cached one while another still runs", async () => {
  await using bench = await Workbench.open();
  const chain = (number: number) => [
    makeStage("number", "write-number", { params: { number } }),
    makeStage("parity", "take-parity", { number: "number" }),
  ];
  await bench.run(chain(1));
  const stages = [
    makeStage("slow", "note-times"),
    ...chain(3),
    makeStage("next", "add-one", { number: "parity" }),
  ];
  const { events } = await bench.run(stages, { jobs: 2 });
  const told = events.flatMap((event) =>
    event.type === "stage-started" || event.type === "stage-finished"
      ? [`${event.type} ${event.id}`]
      : []
  );
  const position = (line: string) => told.indexOf(line);
  assertLess(position("stage-finished parity"), position("stage-started next"));
  assertLess(position("stage-started next"), position("stage-finished slow"));
});
