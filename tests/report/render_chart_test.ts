import { assertEquals, assertNotMatch, assertStringIncludes } from "@std/assert";
import { makeHistogramChart } from "../../src/report/charts/histogram_chart.ts";
import { makeHistoryChart } from "../../src/report/charts/history_chart.ts";
import { makeMetricChart } from "../../src/report/charts/metric_chart.ts";
import { makeValueAxis } from "../../src/report/charts/value_axis.ts";
import { renderChart } from "../../src/report/render_chart.ts";
import { styleSeries } from "../../src/report/series_style.ts";

const BAND = [{ step: 0, low: 1, mean: 2, high: 3 }, { step: 9, low: 2, mean: 4, high: 5 }];
const LABEL = { key: "run.title", slots: {} } as const;
const AXIS = { domain: [0.5, 8], scale: "linear" } as const;
const HISTORY = makeHistoryChart([{
  color: "var(--series-1)",
  dash: [],
  summary: { raw: [{ seed: 1, step: 0, value: 1 }, { seed: 1, step: 9, value: 3 }], band: BAND },
}], { axis: AXIS, lastStep: 9, divergedAt: [5] });

Deno.test("renderChart() gives the same bytes twice, and its clips carry its id", async () => {
  const options = { id: "losses-0", label: LABEL };
  const svg = await renderChart(HISTORY, options);
  assertEquals(await renderChart(HISTORY, options), svg);
  assertStringIncludes(svg, "url(#losses-0-clip-0)");
  assertNotMatch(svg, /id="clip\d/);
});

Deno.test("renderChart() writes no style attribute, script or address of its own", async () => {
  const svg = await renderChart(HISTORY, { id: "a", label: LABEL });
  assertNotMatch(svg, / style=| on[a-z]+=|<script|href=/);
  assertStringIncludes(svg, `stroke="var(--series-1)"`);
  assertStringIncludes(svg, "× diverged");
});

Deno.test("renderChart() escapes the label and labels in the data", async () => {
  const bars = [{ label: `<b x="1">]]>`, share: 1, seeds: [1] }];
  const spec = makeHistogramChart(bars, { color: "red", highest: 1, title: "class" });
  const svg = await renderChart(spec, {
    id: "a",
    label: { key: "metrics.label", slots: { metric: `"><script>`, ends: "" } },
  });
  assertNotMatch(svg, /<script>|<b x/);
  assertStringIncludes(svg, `aria-label="&quot;&gt;&lt;script&gt; against steps`);
  assertStringIncludes(svg, "&lt;b x=");
});

Deno.test("makeMetricChart() draws the rule of the real data only where there is one", async () => {
  const lines = [{ style: styleSeries(0), band: BAND }];
  const options = { lastStep: 9, axis: AXIS };
  const render = (reference?: number) =>
    renderChart(makeMetricChart(lines, { ...options, reference }), { id: "a", label: LABEL });
  assertStringIncludes(await render(1.5), ">real<");
  assertNotMatch(await render(), />real</);
});

Deno.test("makeValueAxis() marks powers of ten, or 1, 2 and 5 where these are few", () => {
  const ticks = (low: number, high: number) =>
    makeValueAxis("x", { domain: [low, high], scale: "log" }).axis.values;
  assertEquals(ticks(0.5, 2000), [1, 10, 100, 1000]);
  assertEquals(ticks(0.3, 30), [0.5, 1, 2, 5, 10, 20]);
});
