import { assertEquals } from "@std/assert";
import { chooseSnapshots } from "../../src/report/choose_snapshots.ts";
import type { ReportRun } from "../../src/report/report_data.ts";

function makeRun(last: number): ReportRun {
  const steps = Array.from({ length: last / 500 }, (_, at) => 500 * (at + 1));
  return { snapshots: steps.map((step) => ({ step })) } as unknown as ReportRun;
}

Deno.test("chooseSnapshots() shows the last snapshot of each run, however short it is", () => {
  const [short, long] = [makeRun(1_500), makeRun(50_000)];
  const { steps, listShown } = chooseSnapshots([short, long]);
  const stepsOf = (run: ReportRun) => listShown(run).map(({ step }) => step);
  assertEquals(stepsOf(short), [500, 1_500]);
  assertEquals(stepsOf(long).length, 16);
  assertEquals(stepsOf(long).at(-1), 50_000);
  assertEquals(steps.slice(0, 3), [500, 1_500, stepsOf(long)[1]]);
  assertEquals(steps.length, 17);
});

Deno.test("chooseSnapshots() shows all of few", () => {
  const run = makeRun(3_000);
  assertEquals(chooseSnapshots([run, run]).listShown(run), run.snapshots);
});
