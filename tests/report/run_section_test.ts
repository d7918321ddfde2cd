import { assertEquals, assertNotMatch, assertStringIncludes, assertThrows } from "@std/assert";
import { groupStages } from "../../src/report/group_stages.ts";
import type { StageFacts } from "../../src/report/report_data.ts";
import { insertRunSection, renderRunSection } from "../../src/report/run_section.ts";
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
    groupStages(stages).map(({ id, name, dependsOn }) => [id, name, dependsOn]),
    [["train-gan/*", "7 variants", []], ["evaluate/*", "7 variants", ["train-gan/*"]]],
  );
});

Deno.test("renderRunSection() says cached, ran and diverged in words and in shape", () => {
  const section = renderRunSection(facts);
  assertStringIncludes(section, `class="node-cached"`);
  assertStringIncludes(section, "1 cached, 2 ran");
  assertStringIncludes(section, `class="node-bad"`);
  assertStringIncludes(section, "discriminator_loss is NaN at step 1118");
  assertStringIncludes(section, "33 stages: 13 cached, 19 done, 1 diverged");
  assertEquals(section, renderRunSection(facts));
  assertNotMatch(section, / style=|NaN(?! at)|undefined/);
});

Deno.test("renderRunSection() shows failed and blocked stages, with what went wrong", () => {
  const stages = facts.stages.map((stage) =>
    stage.id === "train-judge"
      ? { ...stage, status: "failed", message: PAYLOAD, key: null, peakRssBytes: null }
      : stage.kind === "evaluate"
      ? { ...stage, status: "blocked", elapsedMs: null }
      : stage
  );
  const section = renderRunSection({ ...facts, stages, command: PAYLOAD });
  assertStringIncludes(section, "<b>× failed</b> <code>train-judge</code>");
  assertStringIncludes(section, "× 3 blocked");
  assertNotMatch(section, /<script>|<img src=x/);
});

Deno.test("renderRunSection() keeps groups of a stage whose inputs are not listed", () => {
  const lone: StageFacts = { ...facts.stages[0], dependsOn: ["elsewhere"] };
  assertStringIncludes(renderRunSection({ ...facts, stages: [lone] }), "prepare-data");
});

Deno.test("insertRunSection() takes the section as it is, and refuses a second one", () => {
  const page = "a<!--assay:run-->b";
  assertEquals(insertRunSection(page, "$& $1"), "a$& $1b");
  assertThrows(
    () => insertRunSection(insertRunSection(page, "x"), "x"),
    Error,
    `Cannot insert the run section: the report holds "<!--assay:run-->" 0 times; once is wanted`,
  );
});
