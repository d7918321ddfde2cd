import { assertLess, assertStringIncludes } from "@std/assert";
import { completeReport } from "../../src/report/complete_report.ts";
import { renderReport } from "../../src/report/render_report.ts";
import { readVega } from "../../src/stages/read_vega.ts";
import { makeRunFixture } from "./fixture_run.ts";
import { makeLargeFixture } from "./large_fixture.ts";

Deno.test("renderReport() stays within 8 MB for 50 runs of 100,000 steps", async () => {
  const data = makeLargeFixture();
  const html = await completeReport(
    await renderReport(data, { vega: await readVega() }),
    makeRunFixture(data),
  );
  assertLess(new TextEncoder().encode(html).length, 8e6);
  assertStringIncludes(html, `data-steps="10000,`);
});
