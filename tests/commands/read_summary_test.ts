import { assertEquals, assertThrows } from "@std/assert";
import { readSummary } from "../../src/commands/read_summary.ts";
import { summarizeExperiment } from "../../src/commands/summary.ts";
import { makeImageFixture } from "../report/fixture.ts";

const { comparison } = makeImageFixture();
const summary = summarizeExperiment(comparison, [{ name: "tensorflow", version: "2.21.0" }]);

Deno.test("readSummary() reads what a publisher writes: claims of every form, and values by seed", () => {
  const read = readSummary(JSON.stringify(summary));
  assertEquals(read.claims, JSON.parse(JSON.stringify(comparison.claims)));
  assertEquals(read.variants.dcgan.diverged, 1);
  assertEquals(
    read.variants.vanilla.metrics.class_entropy.values,
    comparison.variants.vanilla.metrics.class_entropy.values,
  );
});

Deno.test("readSummary() names the place that is not as it should be", () => {
  assertThrows(() => readSummary("{"), SyntaxError, "Cannot read summary.json: ");
  assertThrows(
    () => readSummary(JSON.stringify({ ...summary, seeds: ["<b>"] })),
    SyntaxError,
    'Cannot read summary.json: "seeds.0"',
  );
});
