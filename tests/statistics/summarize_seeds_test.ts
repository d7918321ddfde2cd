import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { summarizeSeeds } from "../../src/statistics/summarize_seeds.ts";

Deno.test("summarizeSeeds() gives mean, deviation and interval over seeds", () => {
  const { mean, sd, low, high, n, values } = summarizeSeeds({ 1: 1, 2: 2, 3: 3 });
  assertEquals({ mean, sd, n, values }, { mean: 2, sd: 1, n: 3, values: { 1: 1, 2: 2, 3: 3 } });
  assertAlmostEquals(low!, 2 - 4.302652729749463 / Math.sqrt(3), 1e-12);
  assertAlmostEquals(high!, 2 + 4.302652729749463 / Math.sqrt(3), 1e-12);
});

Deno.test("summarizeSeeds() survives JSON for a single seed", () => {
  const summary = summarizeSeeds({ 4: 0.5 });
  const nothing = { sd: null, low: null, high: null, bootstrap: null, interquartileMean: null };
  assertEquals(summary, { mean: 0.5, ...nothing, n: 1, values: { 4: 0.5 } });
  assertEquals(JSON.parse(JSON.stringify(summary)), summary);
});

Deno.test("summarizeSeeds() has bootstrap and interquartile mean from 5 seeds on", () => {
  const four = summarizeSeeds({ 1: 1, 2: 2, 3: 3, 4: 9 });
  assertEquals([four.bootstrap, four.interquartileMean], [null, null]);
  const { bootstrap, interquartileMean, mean } = summarizeSeeds({ 1: 1, 2: 2, 3: 3, 4: 4, 5: 90 });
  assertEquals([mean, interquartileMean!.value], [20, 3]);
  // BCa follows the skew: the upper arm is the longer one. Seeded, so that these are literals.
  assertAlmostEquals(bootstrap!.low, 2.2, 1e-12);
  assertAlmostEquals(bootstrap!.high, 72.6, 1e-12);
});

Deno.test("summarizeSeeds() refuses no seed", () => {
  assertThrows(() => summarizeSeeds({}), RangeError, 'Cannot summarize "values": there is none');
});
