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
  assertEquals(summary, { mean: 0.5, sd: null, low: null, high: null, n: 1, values: { 4: 0.5 } });
  assertEquals(JSON.parse(JSON.stringify(summary)), summary);
});

Deno.test("summarizeSeeds() refuses no seed", () => {
  assertThrows(() => summarizeSeeds({}), RangeError, 'Cannot summarize "values": there is none');
});
