import { assert, assertEquals } from "@std/assert";
import { decode } from "fast-png";
import { join } from "node:path";
import { writeFigures } from "../../src/commands/write_figures.ts";
import { renderReport } from "../../src/report/render_report.ts";
import { makeImageFixture } from "../report/fixture.ts";
import { MISSING } from "./run_scripts.ts";

Deno.test({
  name: "writeFigures() draws every chart as PNG, and the report's top as it looks",
  ignore: MISSING.includes("Chromium"),
  async fn() {
    const folder = await Deno.makeTempDir();
    const report = join(folder, "report.html");
    await Deno.writeTextFile(report, await renderReport(makeImageFixture()));
    const figures = join(folder, "figures");
    const { svg, png, hasBrowser } = await writeFigures(report, figures);
    assert(hasBrowser && svg > 10);
    const names = [...Deno.readDirSync(figures)].map(({ name }) => name);
    const charts = names.filter((name) => name.endsWith(".svg"));
    assertEquals(charts.length, svg);
    assertEquals(names.length, svg + png);
    for (const chart of charts) assert(names.includes(chart.replace(/svg$/, "png")), chart);

    const top = decode(await Deno.readFile(join(figures, "report.png")));
    assertEquals([top.width, top.height], [1280, 1500]);
    assert(new Set(top.data).size > 50, "something is drawn");
    await Deno.remove(folder, { recursive: true });
  },
});
