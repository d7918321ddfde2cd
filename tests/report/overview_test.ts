import { assertEquals, assertNotMatch, assertStringIncludes } from "@std/assert";
import { renderOverview } from "../../src/report/overview/render_overview.ts";
import { makeOverviewFixture } from "./overview_fixture.ts";
import { readText } from "./read_text.ts";

const data = makeOverviewFixture();
const html = renderOverview(data);
const text = readText(html);

Deno.test("renderOverview() lists every experiment with question, verdicts, seeds, time, engine and link", () => {
  const [first] = data.experiments;
  assertEquals(html.split(`<article class="entry">`).length - 1, data.experiments.length);
  assertStringIncludes(html, `<a href="mode-collapse/report.html">mode-collapse</a>`);
  assertStringIncludes(html, `<a href="ring.quick/report.html">ring.quick</a>`);
  assertStringIncludes(text, "3 variants × 3 seeds, 9 runs finished");
  assertStringIncludes(
    html,
    `<time datetime="2026-11-21T12:47:52.533Z">2026-11-21 12:47 UTC</time>`,
  );
  assertStringIncludes(text, "tensorflow, libtensorflow 2.21.0, CPU");
  assertStringIncludes(text, "deno task run experiments/ring.ts --quick");
  assertEquals("claims" in first && html.split(`<span class="effect-facts">`).length - 1, 13);
  assertEquals(html.split("<img").length - 1, 3);
  assertEquals(html.split(`class="scatter"`).length - 1, 2);
});

Deno.test("renderOverview() names holes, failures, damage, and what cannot be read", () => {
  assertStringIncludes(text, "1 of 9 runs diverged and count in no average");
  assertStringIncludes(text, "2 of 6 runs have no result");
  assertStringIncludes(text, "failed train-gan/vanilla/seed=2 it ran out of memory");
  assertStringIncludes(text, "and 3 more");
  assertStringIncludes(text, "Samples are not shown: it is damaged");
  assertStringIncludes(text, "nothing is said of it: Cannot read summary.json");
});

Deno.test("renderOverview() goes on past a metric that it does not know", () => {
  const [first, ...rest] = data.experiments;
  const claims = "claims" in first ? first.claims.map((one) => ({ ...one, metric: "fid" })) : [];
  const broken = readText(
    renderOverview({ ...data, experiments: [{ ...first, claims } as typeof first, ...rest] }),
  );
  assertStringIncludes(broken, "Cannot read metric &quot;fid&quot;: there is no such metric");
  assertStringIncludes(broken, "ring.quick");
});

Deno.test("renderOverview() keeps data from becoming markup, and is a page without experiments too", () => {
  const evil = `"><img src=x onerror=globalThis.pwned=1>`;
  const [first] = data.experiments;
  const poisoned = renderOverview({
    place: evil,
    experiments: [
      {
        ...first,
        name: evil,
        question: evil,
        command: evil,
        engines: [evil],
        report: evil,
      } as typeof first,
      { name: evil, unreadable: evil },
    ],
  });
  assertNotMatch(poisoned, /<img src=x/);
  assertStringIncludes(
    readText(renderOverview({ place: "results", experiments: [] })),
    "No experiment has been published here yet.",
  );
});
