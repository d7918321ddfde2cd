import { assertEquals, assertNotMatch, assertStringIncludes, assertThrows } from "@std/assert";
import { findLongestSitting } from "../../src/report/group_sittings.ts";
import { groupStages } from "../../src/report/group_stages.ts";
import type { StageFacts } from "../../src/report/report_data.ts";
import { insertSection } from "../../src/report/insert_section.ts";
import { renderRunSection } from "../../src/report/sections/run_section.ts";
import { readText } from "./read_text.ts";
import { makeImageFixture } from "./fixture.ts";
import { makeRunFixture } from "./fixture_run.ts";
import { PAYLOAD } from "./payload_fixture.ts";

const facts = makeRunFixture(makeImageFixture());

Deno.test("groupStages() gives seeds of a variant one box and drops edges that others imply", () => {
  const groups = groupStages(facts.stages);
  assertEquals(groups.length, 4 + 3 * 3 + 2);
  const find = (id: string) => groups.find((group) => group.id === id)!;
  assertEquals(find("evaluate/vanilla").stages.length, 3);
  assertEquals(find("evaluate/vanilla").dependsOn, ["train-judge/", "draw-samples/vanilla"]);
  assertEquals(find("report/").dependsOn, ["compare/"]);
});

Deno.test("groupStages() joins the variants when there are more than six", () => {
  const stage = (id: string, dependsOn: string[]): StageFacts => {
    const [kind] = id.split("/");
    return { id, kind, status: "done", elapsedMs: 1, peakRssBytes: 1, dependsOn, key: "a" };
  };
  const stages = ["a", "b", "c", "d", "e", "f", "g"].flatMap((variant) => [
    stage(`train-gan/${variant}/seed=1`, []),
    stage(`evaluate/${variant}/seed=1`, [`train-gan/${variant}/seed=1`]),
  ]);
  assertEquals(
    groupStages(stages).map(({ id, variantCount, dependsOn }) => [id, variantCount, dependsOn]),
    [["train-gan/*", 7, []], ["evaluate/*", 7, ["train-gan/*"]]],
  );
});

Deno.test("renderRunSection() says cached, ran and diverged in words and in shape", async () => {
  const section = await renderRunSection(facts);
  assertStringIncludes(section, `class="node-cached"`);
  assertStringIncludes(readText(section), "1 cached, 2 ran");
  assertStringIncludes(section, `class="node-bad"`);
  assertStringIncludes(readText(section), "the discriminator’s loss is NaN at step 1,118");
  // The box of three trainings has the time of all three.
  assertStringIncludes(section, `<tspan data-duration="">2 min 04 s</tspan>`);
  assertStringIncludes(readText(section), "33 stages · 4 min 28 s of work in this run");
  assertStringIncludes(readText(section), "13 cached, 19 ran, 1 diverged");
  assertEquals(section, await renderRunSection(facts));
  assertNotMatch(section, / style=|undefined/);
  assertNotMatch(readText(section), /NaN(?! at)/);
});

Deno.test("renderRunSection() shows failed and blocked stages, with what went wrong", async () => {
  const stages = facts.stages.map((stage) =>
    stage.id === "train-judge"
      ? { ...stage, status: "failed", message: PAYLOAD, key: null, peakRssBytes: null }
      : stage.kind === "evaluate"
      ? { ...stage, status: "blocked", elapsedMs: null }
      : stage
  );
  const section = await renderRunSection({ ...facts, stages, command: PAYLOAD });
  assertStringIncludes(readText(section), "× failed train-judge");
  assertStringIncludes(readText(section), "× 3 blocked");
  assertNotMatch(section, /<script>|<img src=x/);
});

Deno.test("renderRunSection() keeps groups of a stage whose inputs are not listed", async () => {
  const lone: StageFacts = { ...facts.stages[0], dependsOn: ["elsewhere"] };
  assertStringIncludes(await renderRunSection({ ...facts, stages: [lone] }), "prepare-data");
});

Deno.test("renderRunSection() tells of stages from other times only where there are some", async () => {
  const note = "Drawn is the longest sitting; 1 other stage was made at another time.";
  assertNotMatch(readText(await renderRunSection(facts)), /Drawn is the longest sitting/);
  const [first, ...rest] = facts.stages;
  const stages = [{ ...first, startedAt: "2020-01-01T00:00:00.000Z" }, ...rest];
  assertStringIncludes(readText(await renderRunSection({ ...facts, stages })), note);
});

Deno.test("renderRunSection() draws no time where no stage has one", async () => {
  const stages = facts.stages.map((stage) => ({
    ...stage,
    startedAt: undefined,
    elapsedMs: null,
    peakRssBytes: null,
  }));
  assertNotMatch(await renderRunSection({ ...facts, stages }), /class="chart"/);
});

Deno.test("findLongestSitting() leaves out what was made another day, and never overlaps in a lane", () => {
  const at = (minutes: number, id: string): StageFacts => ({
    ...facts.stages[0],
    id,
    startedAt: new Date(minutes * 60_000).toISOString(),
    elapsedMs: 90_000,
  });
  const sitting = findLongestSitting([at(2, "c"), at(1, "b"), at(0, "a"), at(9_000, "late")])!;
  assertEquals(
    sitting.stages.map(({ stage, startMs, lane }) => [stage.id, startMs, lane]),
    [["a", 0, 0], ["b", 60_000, 1], ["c", 120_000, 0]],
  );
  const blocked = { ...at(0, "blocked"), elapsedMs: null };
  assertEquals(
    findLongestSitting([at(0, "a"), at(1, "b"), at(9_000, "late"), blocked])!.otherCount,
    1,
  );
  assertEquals(findLongestSitting([]), undefined);
});

Deno.test("insertSection() takes the section as it is, and refuses a second one", () => {
  const page = "a<!--assay:run-->b";
  const insert = (html: string, section: string) =>
    insertSection(html, "<!--assay:run-->", section);
  assertEquals(insert(page, "$& $1"), "a$& $1b");
  assertThrows(
    () => insert(insert(page, "x"), "x"),
    Error,
    `Cannot insert a section: the report holds "<!--assay:run-->" 0 times; once is wanted`,
  );
});
