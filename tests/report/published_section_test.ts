import { assert, assertEquals } from "@std/assert";
import { renderReport } from "../../src/report/render_report.ts";
import type { PublishedNumber, ReportData } from "../../src/report/report_data.ts";
import { renderPublishedSection } from "../../src/report/sections/published_section.ts";
import { makeImageFixture } from "./fixture.ts";
import { readText } from "./read_text.ts";

const data = makeImageFixture();
const row: PublishedNumber = {
  variant: "vanilla",
  metric: "frechet_distance",
  value: 640.5,
  standardError: 12,
  source: "Somebody & al. 2018, <table> 1",
  protocol: "10 trials",
};

function withPublished(
  published: readonly PublishedNumber[],
  protocolDifferences: readonly string[] = [],
): ReportData {
  return { ...data, experiment: { ...data.experiment, published, protocolDifferences } };
}

Deno.test("renderPublishedSection() is empty for a spec without published numbers", () => {
  assertEquals(renderPublishedSection(data), "");
  assertEquals(renderPublishedSection(withPublished([])), "");
});

Deno.test("renderPublishedSection() shows a number above ours of the same metric, whatever our sample count", () => {
  const html = renderPublishedSection(withPublished([row]));
  assert(readText(html).includes("640.5 ± 12.0"), html);
  const ours = data.comparison.variants.vanilla.metrics.frechet_distance_10k;
  assert(readText(html).includes(`, n = ${ours.n} `), html);
  assert(html.includes("Somebody &amp; al. 2018, &lt;table&gt; 1"), html);
});

Deno.test("renderPublishedSection() writes no digit that the source has not", () => {
  const read = (value: number, standardError?: number) =>
    readText(renderPublishedSection(withPublished([{ ...row, value, standardError }])));
  assert(read(0.956, 0.02).includes("0.956 ± 0.020 ours"));
  assert(read(1, 0.5).includes("1.0 ± 0.5 ours"));
  assert(read(7.6).includes(" 7.6 ours"));
  assert(read(2.5e-7, 1e-8).includes("2.50e−7 ± 1.00e−8 ours"));
});

Deno.test("renderPublishedSection() has one row for each variant and source, and says what we did not measure", () => {
  const html = renderPublishedSection(withPublished([
    row,
    { ...row, metric: "modes_covered", value: 7 },
    { ...row, metric: "modes_covered", source: "Another 2017" },
    { ...row, variant: "dcgan" },
  ]));
  assertEquals(html.match(/<tr><th scope="row">/g)?.length, 3);
  assertEquals(html.match(/ours: not measured/g)?.length, 2);
  assertEquals(html.match(/<span class="none">–<\/span>/g)?.length, 2);
});

Deno.test("renderPublishedSection() lists the differences of protocol, escaped", () => {
  const html = renderPublishedSection(withPublished([row], ["Fewer < steps.", "Smaller nets."]));
  assert(html.includes("<li>Fewer &lt; steps.</li><li>Smaller nets.</li>"), html);
});

Deno.test("renderReport() has the section and its entry in the contents", async () => {
  const html = await renderReport(withPublished([row]));
  assert(html.includes(`<section id="published">`));
  assert(/<a href="#published"><span data-t="published.title">/.test(html));
});
