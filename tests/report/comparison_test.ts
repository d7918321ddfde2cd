import { assert, assertEquals, assertNotMatch, assertStringIncludes } from "@std/assert";
import type { ComparisonData } from "../../src/report/comparison/comparison_data.ts";
import { countFindings } from "../../src/report/comparison/count_findings.ts";
import { renderComparison } from "../../src/report/comparison/render_comparison.ts";
import { isClear } from "../../src/report/comparison/is_clear.ts";
import { makeComparisonFixture } from "./comparison_fixture.ts";
import { readText } from "./read_text.ts";

const data = makeComparisonFixture();
const html = await renderComparison(data);
const text = readText(html);

Deno.test("renderComparison() tells both sides, what differs, both verdicts, and equal bytes in plain words", () => {
  assertStringIncludes(text, "A results against B ~/Downloads/their-results");
  assertStringIncludes(text, "Only in A: conv-discriminator");
  assertStringIncludes(text, "parameter settings.optimizer.learningRate");
  assertStringIncludes(text, "0.0002 → 0.0001");
  assertStringIncludes(text, "9 × train-gan");
  assertStringIncludes(text, "Deno 2.9.7");
  assertStringIncludes(text, "The same on both sides: Engine");
  assertStringIncludes(text, "≠ other verdict");
  assertStringIncludes(text, "not registered");
  assertStringIncludes(text, "The same bytes: all 52 artifacts of A and B are equal.");
  assertStringIncludes(text, "Every evaluation has the same bytes on both sides");
  assertStringIncludes(text, "Only in A: frechet_distance_2k");
});

Deno.test("renderComparison() gives each difference its interval, n, effect and corrected p", () => {
  const { means } = data.experiments[0];
  const rows = html.split('<table class="numbers"')[1].split("</table>")[0].split("<tr>");
  assertEquals(rows.length - 2, means.length);
  const clear = means.findIndex(isClear);
  assert(clear >= 0);
  const row = readText(rows[clear + 2]);
  assertStringIncludes(row, "3 pairs");
  assertEquals(row.split("n = 3").length - 1, 2);
});

Deno.test("renderComparison() draws a chart a metric, with a table of its numbers", () => {
  const metrics = data.experiments.slice(0, 2).map(({ means }) =>
    new Set(means.map(({ metric }) => metric)).size
  );
  const count = metrics[0] + metrics[1];
  assertEquals(html.split(`<svg class="chart"`).length - 1, count);
  assertEquals(html.split(`<table class="plain"`).length - 1, count);
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  assertEquals(new Set(ids).size, ids.length);
});

Deno.test("renderComparison() gives the same bytes again, and holds no address", async () => {
  assertEquals(await renderComparison(makeComparisonFixture()), html);
  assertNotMatch(html.replaceAll(/data:image[^"]+/g, ""), /\b(?:src|href)="(?!#)[^"]/);
  assertNotMatch(html, /<[^>]+ (?:style|on[a-z]+)=/);
});

Deno.test("renderComparison() keeps data from becoming markup", async () => {
  const evil = `<img src=x onerror=globalThis.pwned=1>`;
  const [first] = data.experiments;
  const poisoned: ComparisonData = {
    sides: [evil, evil],
    onlyIn: [[evil], [evil]],
    experiments: [{
      ...first,
      names: [evil, evil],
      questions: [evil, "other"],
      variantsOnlyIn: [[evil], [evil]],
      metricsOnlyIn: [[evil], [evil]],
      changes: [{ part: "file", name: evil, detail: evil, stages: [evil] }],
      facts: [{ label: evil, values: [evil, "x"], isSame: false }, {
        label: evil,
        values: ["x", "x"],
        isSame: true,
      }],
      bytes: { ...first.bytes, differing: [evil] },
    }],
  };
  assertNotMatch(await renderComparison(poisoned), /<img src=x/);
});

Deno.test("countFindings() calls only that the same of which neither side has more", () => {
  const same = data.experiments[2];
  assertEquals(countFindings(same).isSame, true);
  assertEquals(countFindings({ ...same, stagesOnlyIn: [[], ["evaluate/x/seed=9"]] }).isSame, false);
  const none = { ...same, bytes: { ...same.bytes, sameCount: 0 } };
  assertEquals(countFindings(none).isSame, false);
  const { clearCount, testedCount, agreeingCount } = countFindings(data.experiments[0]);
  assert(clearCount > 0 && clearCount < testedCount);
  assertEquals(agreeingCount, data.experiments[0].claims.length - 2);
});
