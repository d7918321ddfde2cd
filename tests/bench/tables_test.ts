import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { formatTables } from "../../bench/format_tables.ts";
import { listTargets } from "../../bench/list_targets.ts";
import type { WorkResult } from "../../bench/measure_work.ts";
import { replaceTables } from "../../bench/replace_tables.ts";
import type { BenchResults } from "../../bench/results.ts";

const timing = (medianMs: number) => ({ minMs: medianMs - 1, medianMs });

const dcgan: WorkResult = {
  work: "dcgan",
  label: "DCGAN",
  chosen: "graph",
  ours: { graph: timing(50), xla: timing(80), portable: timing(1_300) },
  peers: { "torch": timing(75), "torch channels-last": timing(62.5), "jax": timing(170) },
  failures: { "torch.compile": "Error" },
};

const results: BenchResults = {
  machine: {
    processor: "Test CPU",
    cores: 2,
    threads: 2,
    memoryGiB: 8,
    system: "linux x86_64",
    versions: { deno: "2.9.6" },
    measuredAt: "2026-11-21T10:00:00.000Z",
  },
  rounds: 5,
  steps: [dcgan],
  rate: { machineGflops: 320, stepGflop: 15.8, stepGflops: 304 },
  experiment: {
    measuredAt: "2026-11-20T10:00:00.000Z",
    ours: { ms: 120_000 },
    peers: { "slow": { ms: 300_000 }, "fast": { ms: 150_000 } },
    frechetDistance: { ours: {}, torch: {} },
  },
};

Deno.test("formatTables() marks the mode of a run, and names PyTorch's better layout", () => {
  assertStringIncludes(
    formatTables(results),
    "| DCGAN | – | **50.0 (49.0)** | 80.0 (79.0) | 1300 (1299) | 62.5 (61.5) cl | – | 170 (169) |",
  );
});

Deno.test("listTargets() sets the mode of a run against the best peer", () => {
  const targets = listTargets(results).map((
    { bound, measured, isMet },
  ) => [bound, measured, isMet]);
  assertEquals(targets, [
    ["≤ 0.85 × torch channels-last", "0.80 ×", true],
    ["≤ 1200 ms", "1300 ms", false],
    ["≥ 90 %", "95 %", true],
    ["≤ 0.75 × fast", "0.80 ×", false],
  ]);
});

Deno.test("listTargets() leaves out what was not measured", () => {
  assertEquals(listTargets({ machine: results.machine, rounds: 5, steps: [] }), []);
});

Deno.test("replaceTables() refuses a README without its marks", () => {
  assertThrows(() => replaceTables("# Assay\n", "table"), Error, "its marks are missing");
});

Deno.test("the README has the marks", async () => {
  const readme = await Deno.readTextFile(new URL("../../README.md", import.meta.url));
  assertStringIncludes(replaceTables(readme, "a table"), "a table");
});
