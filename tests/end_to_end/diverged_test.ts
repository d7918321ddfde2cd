import { assertEquals, assertMatch } from "@std/assert";
import { join } from "node:path";
import { ProjectCopy } from "./project_copy.ts";
import { readText } from "../report/read_text.ts";
import { writeSmallRing } from "./small_ring.ts";

Deno.test("a run whose loss is not finite ends as diverged, and is shown and never averaged", async () => {
  const project = await ProjectCopy.make();
  // Coordinates whose squares overflow float32.
  const spec = writeSmallRing().replace(`kind: "ring",`, `kind: "ring", radius: 1e30,`);
  await project.write("experiments/small-ring.ts", spec);
  const { events } = await project.run("experiments/small-ring.ts");
  const training = events.find(({ type, id }) =>
    type === "stage-finished" && id === "train-gan/vanilla/seed=1"
  )!;
  assertEquals(training.status, "diverged");
  assertMatch(String(training.reason), /^\w+ is (NaN|-?Infinity) at step \d+$/);

  const view = join(project.results, "small-ring");
  const summary = JSON.parse(await Deno.readTextFile(join(view, "summary.json")));
  assertEquals(summary.variants.vanilla, {
    runs: 1,
    diverged: 1,
    diagnoses: { counts: { diverged: 1 }, values: { "1": "diverged" } },
    metrics: {},
  });
  assertEquals(summary.claims[0].verdict, "undecided");
  const outcome = await Deno.readTextFile(join(view, "runs/vanilla/seed=1/outcome.json"));
  assertEquals(JSON.parse(outcome).status, "diverged");
  const report = await Deno.readTextFile(join(view, "report.html"));
  const [value] = /is \S+ at step \d+$/.exec(String(training.reason))!;
  assertMatch(readText(report), new RegExp(`× diverged: the [a-z’ ]+ ${value}`));
  await project.remove();
});
