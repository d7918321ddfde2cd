import { assert, assertEquals } from "@std/assert";
import type { CostRow, Costs } from "../../bench/costs/costs.ts";
import { PACKED_WORKS, UNROLLED_WORKS } from "../../bench/costs/cost_works.ts";
import { drawCosts } from "../../bench/costs/draw_costs.ts";
import { formatCosts } from "../../bench/costs/format_costs.ts";

const row = (unrolledSteps: number, mode: "graph" | "xla", minMs: number): CostRow => ({
  unrolledSteps,
  packing: 1,
  mode,
  isChosen: mode === "xla",
  step: { minMs, medianMs: minMs + 0.5 },
  firstMs: 1_500,
  peakBytes: 600 * 2 ** 20,
});

const costs: Costs = {
  machine: {
    processor: "a processor",
    cores: 2,
    threads: 1,
    memoryGiB: 24,
    system: "linux x86_64",
    versions: {},
    measuredAt: "2026-11-21T00:00:00Z",
  },
  rounds: 9,
  unrolled: [row(0, "graph", 2), row(0, "xla", 1), row(20, "graph", 40), row(20, "xla", 30)],
  packed: [row(0, "graph", 2), row(0, "xla", 1)],
};

Deno.test("the costs are of 0 to 20 unrolled steps and of 1 to 4 packed samples", () => {
  assertEquals(UNROLLED_WORKS.map(({ unrolledSteps }) => unrolledSteps), [0, 1, 2, 5, 10, 20]);
  assertEquals(PACKED_WORKS.map(({ packing }) => packing), [1, 2, 3, 4]);
});

Deno.test("formatCosts() writes both modes in one row, with the one that runs use in bold", () => {
  const lines = formatCosts(costs).split("\n");
  assert(
    lines.includes(
      "| 20 | 40.50 (40.00) | 1.5 s | 600 MiB | **30.50 (30.00)** | 1.5 s | 600 MiB |",
    ),
    lines.join("\n"),
  );
  assertEquals(lines.filter((line) => line.startsWith("| 0 ")).length, 1);
  assertEquals(lines.filter((line) => line.startsWith("| 1 ")).length, 1);
});

Deno.test("drawCosts() draws a document of its own, with a point for each measurement", async () => {
  const svg = await drawCosts(costs);
  assert(svg.startsWith("<svg xmlns="));
  assertEquals(svg.match(/aria-roledescription="point"/g)?.length, 8);
});
