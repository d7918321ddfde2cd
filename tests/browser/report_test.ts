import { completeReport, renderReport } from "../../src/report/mod.ts";
import type { ReportData } from "../../src/report/mod.ts";
import { readVega } from "../../src/stages/read_vega.ts";
import { makeImageFixture } from "../report/fixture.ts";
import { addDiagnoses } from "../report/fixture_diagnoses.ts";
import { addExtras } from "../report/fixture_extras.ts";
import { makePointFixture } from "../report/fixture_points.ts";
import { makeRunFixture } from "../report/fixture_run.ts";
import { breakReport } from "../report/broken_fixture.ts";
import { poisonReport } from "../report/payload_fixture.ts";
import { MISSING, runScripts } from "./run_scripts.ts";

Deno.test({
  name: "renderReport() works in a browser, with and without JavaScript, and calls nobody",
  ignore: MISSING.length > 0,
  async fn() {
    const vega = await readVega();
    const images = addExtras(addDiagnoses(makeImageFixture()));
    const data: Record<string, ReportData> = {
      images,
      points: addDiagnoses(makePointFixture()),
      poisoned: poisonReport(images),
      broken: breakReport(images),
    };
    const pages: Record<string, string> = {};
    for (const [name, one] of Object.entries(data)) {
      pages[name] = await completeReport(await renderReport(one, { vega }), makeRunFixture(one));
    }
    await runScripts(pages, ["report_page", "report_tools", "report_explore", "report_access"]);
  },
});
