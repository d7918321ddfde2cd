import { assertEquals } from "@std/assert";
import { formatSummaryTable } from "../../../src/commands/run/summary_table.ts";
import type { ExperimentSummary } from "../../../src/commands/summary.ts";
import { summarizeSeeds } from "../../../src/statistics/summarize_seeds.ts";

const WIDE = 200;

const SUMMARY = {
  variants: {
    vanilla: {
      runs: 3,
      diverged: 0,
      metrics: {
        class_entropy: summarizeSeeds({ 1: 1, 2: 2, 3: 3 }),
        frechet_distance_10k: summarizeSeeds({ 1: 631, 2: 514, 3: 749 }),
      },
    },
    dcgan: {
      runs: 3,
      diverged: 2,
      metrics: { class_entropy: summarizeSeeds({ 1: 2.11 }) },
    },
  },
  reference: { class_entropy: 2.3, frechet_distance_10k: 0.91 },
  claims: [{ metric: "frechet_distance_10k" }],
} as unknown as ExperimentSummary;

Deno.test("formatSummaryTable() has the claims' metrics first, intervals, n, what diverged, and real data", () => {
  assertEquals(formatSummaryTable(SUMMARY, WIDE), [
    "mean [95 % interval]  n       frechet_distance_10k  class_entropy     ".trimEnd(),
    "vanilla               3       631 [339, 923]        2 [-0.484, 4.48]",
    "dcgan                 1 of 3  –                     2.11",
    "real data                     0.91                  2.3",
  ]);
});

Deno.test("formatSummaryTable() tells where a metric has no value on some of the runs", () => {
  const variants = {
    vanilla: { runs: 3, diverged: 0, metrics: { reverse_kl: summarizeSeeds({ 1: 1, 2: 1 }) } },
  };
  const [_, row] = formatSummaryTable(
    { ...SUMMARY, variants } as unknown as ExperimentSummary,
    WIDE,
  );
  assertEquals(row, "vanilla               3  1 [1, 1], n = 2");
});

Deno.test("formatSummaryTable() leaves out columns that do not fit, and never the last", () => {
  const [head] = formatSummaryTable(SUMMARY, 60);
  assertEquals(head, "mean [95 % interval]  n       frechet_distance_10k");
  assertEquals(formatSummaryTable(SUMMARY, 10)[0], head);
});

Deno.test("formatSummaryTable() is nothing where no run has a number", () => {
  const variants = { vanilla: { runs: 1, diverged: 1, metrics: {} } };
  assertEquals(formatSummaryTable({ ...SUMMARY, variants }, WIDE), []);
});
