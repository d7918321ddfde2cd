/** Writes the fixtures' reports into a folder and prints how long rendering took: `deno run -A … FOLDER`. */
import { makeImageFixture } from "./fixture.ts";
import { makePointFixture } from "./fixture_points.ts";
import { makeRunFixture } from "./fixture_run.ts";

const folder = Deno.args[0];
const fixtures = { images: makeImageFixture(), points: makePointFixture() };
for (const [name, data] of Object.entries(fixtures)) {
  const start = performance.now();
  const { insertRunSection, renderReport, renderRunSection } = await import(
    "../../src/report/mod.ts"
  );
  const report = await renderReport(data);
  const html = insertRunSection(report, renderRunSection(makeRunFixture(data)));
  const elapsedMs = Math.round(performance.now() - start);
  await Deno.writeTextFile(`${folder}/${name}.html`, html);
  console.log(JSON.stringify({ name, elapsedMs, sizeBytes: html.length }));
}
