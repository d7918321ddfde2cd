import { assertEquals, assertThrows } from "@std/assert";
import { parseSummary } from "../../src/commands/parse_summary.ts";
import { summarizeExperiment } from "../../src/commands/summary.ts";
import { makeImageFixture } from "../report/fixture.ts";

const { comparison } = makeImageFixture();
const summary = summarizeExperiment(comparison, [{ name: "tensorflow", version: "2.21.0" }]);

Deno.test("parseSummary() reads what a publisher writes: claims of every form, and values by seed", () => {
  const read = parseSummary(JSON.stringify(summary));
  assertEquals(read.claims, JSON.parse(JSON.stringify(comparison.claims)));
  assertEquals(read.variants.dcgan.diverged, 1);
  assertEquals(
    read.variants.vanilla.metrics.class_entropy.values,
    comparison.variants.vanilla.metrics.class_entropy.values,
  );
});

Deno.test("parseSummary() names the place that is not as it should be", () => {
  assertThrows(() => parseSummary("{"), SyntaxError, "Cannot read summary.json: ");
  assertThrows(
    () => parseSummary(JSON.stringify({ ...summary, seeds: ["<b>"] })),
    SyntaxError,
    'Cannot read summary.json: "seeds.0"',
  );
});
