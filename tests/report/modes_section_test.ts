import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { decode } from "fast-png";
import { renderReport } from "../../src/report/render_report.ts";
import { renderModeTimelines } from "../../src/report/sections/mode_timelines.ts";
import { renderModesSection } from "../../src/report/sections/modes_section.ts";
import { readText } from "./read_text.ts";
import { addDiagnoses } from "./fixture_diagnoses.ts";
import { makePointFixture } from "./fixture_points.ts";
import { makeStackFixture } from "./fixture_stacks.ts";

const data = makeStackFixture();
const section = renderModesSection(data);

/** The pictures of some markup. */
function listPictures(html: string) {
  return [...html.matchAll(/src="data:image\/png;base64,([^"]+)"/g)].map(([, base64]) =>
    decode(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)))
  );
}

Deno.test("renderModesSection() draws a map for each run with samples, and one of real data", () => {
  const maps = listPictures(section);
  assertEquals(maps.length, 8 + 1);
  for (const { width, height, channels } of maps) {
    // Five squares of 10 x 10 modes above five, a pixel between them.
    assertEquals([width, height, channels], [54, 21, 1]);
  }
  const lit = (map: (typeof maps)[number]) => [...map.data].filter((pixel) => pixel > 0).length;
  assertEquals([lit(maps[0]), lit(maps[8])], [78, 1000]);
});

Deno.test("renderModesSection() says how many modes each run captures, and which one diverged", () => {
  const text = readText(section);
  assertStringIncludes(text, "seed 1 · 78 of 1,000 modes");
  assertStringIncludes(text, "Diverged: no final samples");
  assertStringIncludes(text, "Real data 1,000 of 1,000 modes");
});

Deno.test("renderModesSection() and renderModeTimelines() say which run is missing", () => {
  const [first, ...runs] = data.runs;
  assertEquals(first.seed, data.experiment.seeds[0]);
  assertStringIncludes(readText(renderModesSection({ ...data, runs })), "This run is missing");
  const points = addDiagnoses(makePointFixture());
  const left = points.runs.filter((run) => run !== points.runs[0]);
  assertStringIncludes(
    readText(renderModeTimelines({ ...points, runs: left })),
    "This run is missing",
  );
});

Deno.test("renderReport() shows stacks in colour, with the judge's accuracy on them", async () => {
  const html = await renderReport(data);
  const coloured = [...html.matchAll(/<img [^>]*class="colour">/g)].map(([part]) =>
    listPictures(part)[0]
  );
  assert(coloured.length > 40);
  assert(coloured.every(({ channels }) => channels === 3));
  const text = readText(html);
  assertStringIncludes(text, "stacked MNIST, 28 × 28 × 3, 1,000 modes");
  assertStringIncludes(text, "on every digit of 96.5 % of the test stacks");
  assertStringIncludes(html, `id="neighbours"`);
});
