import { assert, assertEquals, assertMatch, assertNotMatch } from "@std/assert";
import { completeReport } from "../../src/report/complete_report.ts";
import { extractFigures } from "../../src/report/extract_figures.ts";
import { renderReport } from "../../src/report/render_report.ts";
import { makeImageFixture } from "./fixture.ts";
import { makePointFixture } from "./fixture_points.ts";
import { makeRunFixture } from "./fixture_run.ts";

Deno.test("extractFigures() takes every chart and picture, each a file of its own", async () => {
  const data = makeImageFixture();
  const html = await completeReport(await renderReport(data), makeRunFixture(data));
  const figures = extractFigures(html);
  const vectors = figures.filter(({ svg }) => svg !== undefined);
  assertEquals(vectors.length, 3 * 3 + 5 + 5 + 3 + 3 + 1);
  assertEquals(figures.length - vectors.length, html.split("<img ").length - 1);
  assertEquals(new Set(figures.map(({ name }) => name)).size, figures.length);
  for (const { svg, name } of vectors) {
    assertMatch(svg!, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    assertNotMatch(svg!, /var\(--| data-|href=/, name);
  }
  assert(figures.some(({ name }) => name === "samples-of-vanilla-seed-1-step-1-500"));
});

Deno.test("extractFigures() writes into a plot of points what it refers to", async () => {
  const figures = extractFigures(await renderReport(makePointFixture()));
  const plot = figures.find(({ name }) => name === "samples-of-vanilla-seed-1-step-1-000")!;
  assertMatch(plot.svg!, /<path id="real-points"/);
  assertNotMatch(plot.svg!, /<use /);
  assertMatch(plot.svg!, /<style>\.scatter /);
});
