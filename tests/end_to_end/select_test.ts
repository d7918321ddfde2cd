import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { listRan, ProjectCopy } from "./project_copy.ts";
import { readText } from "../report/read_text.ts";
import { writeSmallRing } from "./small_ring.ts";

Deno.test("a run with selectBy ends at the snapshot that is best on the validation split", async () => {
  const project = await ProjectCopy.make();
  const spec = writeSmallRing().replace("every: 100", `every: 50, selectBy: "frechet_distance"`);
  await project.write("experiments/small-ring.ts", spec);
  await project.run("experiments/small-ring.ts");

  const view = join(project.results, "small-ring");
  const read = async (path: string) => JSON.parse(await Deno.readTextFile(join(view, path)));
  const { step, curve } = await read("runs/vanilla/seed=1/choice.json");
  const best = Math.min(...curve.map(({ value }: { value: number }) => value));
  assertEquals(curve.map((point: { step: number }) => point.step), [50, 100, 150, 200]);
  assertEquals(curve.find((point: { step: number }) => point.step === step).value, best);
  const evaluation = await read("runs/vanilla/seed=1/evaluation.json");
  assertEquals(evaluation.selection, {
    metric: "frechet_distance_200",
    validationCount: 500,
    step,
    curve,
  });
  const { variants } = await read("summary.json");
  assertEquals(variants.vanilla.selectedSteps, { "1": step });
  const { verdict } = evaluation.diagnosis;
  assertEquals(variants.vanilla.diagnoses, { counts: { [verdict]: 1 }, values: { "1": verdict } });
  const report = await Deno.readTextFile(join(view, "report.html"));
  assertStringIncludes(readText(report), "500 real samples that no network was trained on");
  assert(report.includes(`id="diagnosis"`));

  const { events } = await project.run("experiments/small-ring.ts");
  assertEquals(listRan(events), []);
  await project.remove();
});
