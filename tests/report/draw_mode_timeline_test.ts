import { assertEquals, assertStringIncludes } from "@std/assert";
import { drawModeTimeline } from "../../src/report/draw_mode_timeline.ts";

const OPTIONS = { labels: ["a", "b", "<c>"], color: "red", name: "vanilla", seed: 1 };

function snapshot(step: number, ...counts: number[]) {
  return { step, modes: { noun: "mode", counts, sampleCount: 300 } as const };
}

Deno.test("drawModeTimeline() draws a dot for each covered mode, and a line for each that is not", () => {
  const svg = drawModeTimeline([snapshot(100, 100, 100, 100), snapshot(1_000, 300, 0, 9)], OPTIONS);
  assertEquals(svg.split("<circle").length - 1, 3 + 1);
  assertEquals([...svg.matchAll(/ d="([^"]*)"/g)].map(([, d]) => d.split("M").length - 1), [0, 2]);
  assertStringIncludes(svg, "step 100: all; step 1,000: a.");
});

Deno.test("drawModeTimeline() makes the area of a dot the share of the samples, up to twice a fair one", () => {
  const svg = drawModeTimeline([snapshot(1, 50, 100, 200), snapshot(2, 300, 0, 0)], OPTIONS);
  const radii = [...svg.matchAll(/ r="([^"]+)"/g)].map(([, radius]) => Number(radius));
  assertEquals(radii, [3.8, 5.3, 7.5, 7.5]);
});

Deno.test("drawModeTimeline() keeps labels from becoming markup, and says when nothing is covered", () => {
  const svg = drawModeTimeline([snapshot(5, 0, 0, 0)], OPTIONS);
  assertStringIncludes(svg, "&lt;c&gt;");
  assertStringIncludes(svg, "step 5: none");
});
