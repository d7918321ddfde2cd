import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { completeReport, renderReport } from "../../src/report/mod.ts";
import type { ReportData } from "../../src/report/mod.ts";
import { makeImageFixture } from "../report/fixture.ts";
import { addDiagnoses } from "../report/fixture_diagnoses.ts";
import { addExtras } from "../report/fixture_extras.ts";
import { makePointFixture } from "../report/fixture_points.ts";
import { makeRunFixture } from "../report/fixture_run.ts";
import { breakReport } from "../report/broken_fixture.ts";
import { poisonReport } from "../report/payload_fixture.ts";
import { BROWSERS } from "../../src/commands/doctor/check_browser.ts";
import { findProgram } from "../../src/commands/doctor/find_program.ts";

const browser = findProgram(BROWSERS);
const node = findProgram(["node"]);
const missing = [...(browser ? [] : ["Chromium"]), ...(node ? [] : ["Node"])];
if (missing.length > 0) {
  console.log(`The report is not tested in a browser: no ${missing.join(" and no ")} on PATH`);
}

Deno.test({
  name: "renderReport() works in a browser, with and without JavaScript, and calls nobody",
  ignore: missing.length > 0,
  async fn() {
    const folder = await Deno.makeTempDir();
    try {
      const images = addExtras(addDiagnoses(makeImageFixture()));
      const pages: Record<string, ReportData> = {
        images,
        points: addDiagnoses(makePointFixture()),
        poisoned: poisonReport(images),
        broken: breakReport(images),
      };
      for (const [name, data] of Object.entries(pages)) {
        const html = await completeReport(await renderReport(data), makeRunFixture(data));
        await Deno.writeTextFile(join(folder, `${name}.html`), html);
      }
      for (const name of ["report_page", "report_tools", "report_access"]) {
        const script = fileURLToPath(new URL(`./${name}.mjs`, import.meta.url));
        const { code, stdout, stderr } = await new Deno.Command(node!, {
          args: [script, folder, browser!],
        }).output();
        const text = new TextDecoder().decode(stdout) + new TextDecoder().decode(stderr);
        assertEquals(code, 0, text);
      }
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  },
});
