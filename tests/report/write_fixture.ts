/** Writes the fixtures' reports into a folder and prints how long rendering took: `deno run -A … FOLDER`. */
import { breakReport } from "./broken_fixture.ts";
import { makeImageFixture } from "./fixture.ts";
import { readVega } from "../../src/stages/read_vega.ts";
import { addDiagnoses } from "./fixture_diagnoses.ts";
import { addExtras } from "./fixture_extras.ts";
import { makePointFixture } from "./fixture_points.ts";
import { poisonReport } from "./payload_fixture.ts";
import { makeRunFixture } from "./fixture_run.ts";

const folder = Deno.args[0];
const vega = await readVega();
const images = addExtras(addDiagnoses(makeImageFixture()));
const fixtures = {
  images,
  points: addDiagnoses(makePointFixture()),
  broken: breakReport(images),
  poisoned: poisonReport(images),
};
for (const [name, data] of Object.entries(fixtures)) {
  const start = performance.now();
  const { completeReport, renderReport } = await import(
    "../../src/report/mod.ts"
  );
  const report = await renderReport(data, { vega });
  const html = await completeReport(report, makeRunFixture(data));
  const elapsedMs = Math.round(performance.now() - start);
  await Deno.writeTextFile(`${folder}/${name}.html`, html);
  console.log(JSON.stringify({ name, elapsedMs, sizeBytes: html.length }));
}
