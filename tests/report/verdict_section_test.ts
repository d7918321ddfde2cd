import { assertEquals, assertMatch, assertNotMatch, assertStringIncludes } from "@std/assert";
import { drawSeeds } from "../../src/report/seed_plot.ts";
import { renderVerdictSection } from "../../src/report/sections/verdict_section.ts";
import { renderWarningsSection } from "../../src/report/sections/warnings_section.ts";
import type { Claim } from "../../src/statistics/claim.ts";
import { judgeClaims } from "../../src/statistics/judge_claims.ts";
import { makePointFixture } from "./fixture_points.ts";
import { readText } from "./read_text.ts";

const VALUES: Readonly<Record<string, readonly number[]>> = {
  packing: [8, 8, 8, 8],
  vanilla: [1, 2, 1, 3],
  between: [2, 3, 6, 4],
};
const RUNS = Object.entries(VALUES).flatMap(([variant, values]) =>
  values.map((modes_covered, seed) => ({ variant, seed, metrics: { modes_covered } }))
);

const metric = "modes_covered";
const against = (better: string, than: string): Claim => ({ metric, better, than, test: "welch" });
const atMost = (variant: string, bound: number): Claim => ({
  metric,
  variant,
  side: "at most",
  bound,
  on: "mean",
});
const everySeed = (variant: string): Claim => ({
  metric,
  variant,
  side: "at least",
  bound: 8,
  on: "every seed",
});

function render(...claims: Claim[]): string {
  return renderVerdictSection(judgeClaims(claims, RUNS, () => "higher"));
}

Deno.test("renderVerdictSection() states bounds as they were registered, with mean, interval and n", () => {
  const html = render(atMost("vanilla", 3.5));
  const text = readText(html);
  assertStringIncludes(text, "at most 3.5 on average with vanilla");
  assertStringIncludes(html, `<span class="effect-size"><data value="1.75">1.75</data></span>`);
  assertStringIncludes(text, "95 % interval [0.2, 3.3]");
  assertStringIncludes(text, "n = 4 runs");
  assertStringIncludes(text, "The whole interval lies on the claimed side of 3.5.");
  assertStringIncludes(text, "← as claimed");
});

Deno.test("renderVerdictSection() counts seeds, and says what they let expect of others", () => {
  const html = render(everySeed("packing"), everySeed("between"));
  const text = readText(html);
  assertStringIncludes(text, "at least 8 on every seed with packing");
  assertStringIncludes(text, "4 of 4 n = 4 runs");
  assertStringIncludes(text, "As far as 4 can tell, at least 39 % of all seeds do.");
  assertStringIncludes(text, "4 of 4 seeds miss the bound.");
  const open = judgeClaims([everySeed("packing")], RUNS, () => "higher", [0, 1, 2, 3, 4]);
  assertStringIncludes(readText(renderVerdictSection(open)), "At least 5 seeds are wanted.");
  assertNotMatch(html, /<details>/);
});

Deno.test("renderVerdictSection() says what would decide an open claim", () => {
  assertMatch(
    readText(render(against("between", "vanilla"))),
    /The interval contains 0: these seeds allow either side\. About \d+ more seeds a side would decide/,
  );
});

Deno.test("renderVerdictSection() shows the correction for other claims, and draws the wider interval", () => {
  const alone = render(against("packing", "between"));
  assertNotMatch(alone, /Holm-adjusted|interval-wide/);
  const html = render(against("packing", "between"), against("between", "vanilla"));
  const text = readText(html);
  assertStringIncludes(text, "Holm-adjusted p = ");
  assertStringIncludes(html, `class="interval-wide"`);
  assertStringIncludes(text, "Corrected p values");
  assertStringIncludes(text, "larger in 16 of 16, a tie as half");
  assertStringIncludes(text, "Mann–Whitney");
});

Deno.test("renderVerdictSection() warns of a verdict without any spread", () => {
  assertStringIncludes(render(atMost("packing", 8)), "exact for these, and promises nothing");
  assertNotMatch(render(atMost("vanilla", 8)), /exact for these/);
});

Deno.test("drawSeeds() has a dot for each run that ended, and none without one", () => {
  const svg = drawSeeds([8, 8, 3, null], { bound: 8, side: "at least" });
  assertEquals(svg.split("<circle").length - 1, 3);
  assertStringIncludes(svg, ">8 →</text>");
  assertStringIncludes(svg, ">3</text>");
  assertEquals(drawSeeds([null, null], { bound: 8, side: "at least" }), "");
  assertNotMatch(drawSeeds([5, 5], { bound: 5, side: "at most" }), /NaN|Infinity/);
});

Deno.test("renderWarningsSection() names metrics without a value, and a family of many claims", () => {
  const data = makePointFixture();
  const { comparison } = data;
  const { vanilla } = comparison.variants;
  const { reverse_kl } = vanilla.metrics;
  const lost = { ...vanilla, metrics: { ...vanilla.metrics, reverse_kl: { ...reverse_kl, n: 3 } } };
  const claims = Array.from({ length: 10 }, () => comparison.claims[0]);
  const warned = renderWarningsSection({
    ...data,
    comparison: { ...comparison, claims, variants: { ...comparison.variants, vanilla: lost } },
  });
  const text = readText(warned);
  assertStringIncludes(
    text,
    "Reverse KL, high quality has a value on only 3 of the 5 runs of vanilla",
  );
  assertStringIncludes(text, "10 claims are tested together");
  assertStringIncludes(text, "p below 0.0050");
  assertEquals(renderWarningsSection(data), "");
});
