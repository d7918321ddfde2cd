import { completeReport, renderReport } from "../../src/report/mod.ts";
import type { ReportData } from "../../src/report/mod.ts";
import { makeImageFixture } from "../report/fixture.ts";
import { makeRunFixture } from "../report/fixture_run.ts";
import { makeLargeFixture } from "../report/large_fixture.ts";
import { MISSING, runScripts } from "./run_scripts.ts";

const render = async (data: ReportData): Promise<string> =>
  await completeReport(await renderReport(data), makeRunFixture(data));

Deno.test({
  name: "a report opens at once, and one of 50 runs of 100,000 steps scrolls smoothly",
  ignore: MISSING.length > 0,
  async fn() {
    const pages = {
      images: await render(makeImageFixture()),
      large: await render(makeLargeFixture()),
    };
    console.log(await runScripts(pages, ["large_page"]));
  },
});
