import { completeReport, renderReport } from "../../src/report/mod.ts";
import { escapeHtml } from "../../src/report/escape_html.ts";
import { makeImageFixture } from "../report/fixture.ts";
import { makeRunFixture } from "../report/fixture_run.ts";
import { PAYLOADS } from "../report/payloads.ts";
import { poisonReport } from "../report/payload_fixture.ts";
import { MISSING, runScripts } from "./run_scripts.ts";

/** How many payloads a report holds: drawing one takes most of the time. */
const GROUP = 7;

Deno.test({
  name: "P10: no payload in any text of a report runs or loads anything",
  ignore: MISSING.length > 0,
  async fn() {
    const clean = makeImageFixture();
    const pages: Record<string, string> = {
      clean: await completeReport(await renderReport(clean), makeRunFixture(clean)),
    };
    for (let at = 0; at < PAYLOADS.length; at += GROUP) {
      const data = poisonReport(clean, PAYLOADS.slice(at, at + GROUP).join(" "));
      pages[`payload-${at}`] = await completeReport(await renderReport(data), makeRunFixture(data));
    }
    const image = PAYLOADS.find((payload) => payload.startsWith("<img"))!;
    const guarded = await renderReport(poisonReport(clean, image));
    pages.unescaped = guarded.replaceAll(escapeHtml(image), image);
    pages.unguarded = pages.unescaped.replace(/<meta http-equiv="Content-Security[^>]*>/, "");
    await runScripts(pages, ["report_inert"]);
  },
});
