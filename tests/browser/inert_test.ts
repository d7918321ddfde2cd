import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { BROWSERS } from "../../src/commands/doctor/check_browser.ts";
import { findProgram } from "../../src/commands/doctor/find_program.ts";
import { completeReport, renderReport } from "../../src/report/mod.ts";
import { escapeHtml } from "../../src/report/escape_html.ts";
import { makeImageFixture } from "../report/fixture.ts";
import { makeRunFixture } from "../report/fixture_run.ts";
import { PAYLOADS } from "../report/payloads.ts";
import { poisonReport } from "../report/payload_fixture.ts";

const GROUP = 7;
const browser = findProgram(BROWSERS);
const node = findProgram(["node"]);

Deno.test({
  name: "P10: no payload in any text of a report runs or loads anything",
  ignore: !browser || !node,
  async fn() {
    const folder = await Deno.makeTempDir();
    const write = (name: string, html: string) => {
      return Deno.writeTextFile(join(folder, `${name}.html`), html);
    };
    try {
      const images = makeImageFixture();
      await write(
        "clean",
        await completeReport(await renderReport(images), makeRunFixture(images)),
      );
      // Several to a report, since drawing one takes most of the time.
      for (let at = 0; at < PAYLOADS.length; at += GROUP) {
        const data = poisonReport(images, PAYLOADS.slice(at, at + GROUP).join(" "));
        await write(
          `payload-${at}`,
          await completeReport(await renderReport(data), makeRunFixture(data)),
        );
      }
      const image = PAYLOADS.find((payload) => payload.startsWith("<img"))!;
      const unescaped = (await renderReport(poisonReport(images, image)))
        .replaceAll(escapeHtml(image), image);
      await write("unescaped", unescaped);
      await write("unguarded", unescaped.replace(/<meta http-equiv="Content-Security[^>]*>/, ""));
      const script = fileURLToPath(new URL("./report_inert.mjs", import.meta.url));
      const { code, stdout, stderr } = await new Deno.Command(node!, {
        args: [script, folder, browser!],
      }).output();
      const text = new TextDecoder().decode(stdout) + new TextDecoder().decode(stderr);
      assertEquals(code, 0, text);
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  },
});
