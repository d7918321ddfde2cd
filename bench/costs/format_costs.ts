import type { CostRow, Costs } from "./costs.ts";

/**
 * Writes costs as the page `docs/costs.md`.
 *
 * @param costs What was measured.
 * @returns Markdown.
 */
export function formatCosts(costs: Costs): string {
  const { machine, rounds } = costs;
  return [
    "# What unrolling and packing cost",
    "Written by `deno task bench --costs --threads 1`. Networks of the ring: generator 16-128-128-2, discriminator " +
    "2-128-128-1, 128 inputs of the discriminator in a step, Adam. A step is one update of the discriminator and one of the generator.",
    `${machine.processor}, ${machine.cores} cores, ${machine.memoryGiB} GiB, ${machine.system}; ` +
    `${machine.threads} ${machine.threads === 1 ? "thread" : "threads"}, ${rounds} rounds, ${
      machine.measuredAt.slice(0, 10)
    }. Milliseconds a step, the smallest round in brackets; the first step, which compiles, in seconds; the most ` +
    "memory that the process held, its libraries included. Bold is what a run uses: XLA, but beyond five updates looked " +
    "ahead the graph, as XLA takes long to compile them.",
    "![Milliseconds a step against the updates looked ahead](costs.svg)",
    "## Updates of the discriminator that the generator looks ahead through",
    "The gradient runs through each of them, and each holds a gradient itself: second derivatives of the discriminator " +
    "(Metz et al. 2017). 0 is a step without unrolling.",
    formatTable("looks ahead", costs.unrolled, ({ unrolledSteps }) => unrolledSteps),
    "## Samples that the discriminator sees joined as one",
    "The discriminator has 128 inputs in every row; the generator makes `packing` times as many samples (Lin et al. 2018).",
    formatTable("packing", costs.packed, ({ packing }) => packing),
  ].join("\n\n") + "\n";
}

function formatTable(
  head: string,
  rows: readonly CostRow[],
  valueOf: (row: CostRow) => number,
): string {
  const values = [...new Set(rows.map(valueOf))];
  const lines = values.map((value) => {
    const cells = (["graph", "xla"] as const).flatMap((mode) =>
      formatCost(rows.find((row) => valueOf(row) === value && row.mode === mode)!)
    );
    return `| ${[value, ...cells].join(" | ")} |`;
  });
  return [
    `| ${head} | graph | first | memory | XLA | first | memory |`,
    `| --- | --- | --- | --- | --- | --- | --- |`,
    ...lines,
  ].join("\n");
}

function formatCost({ step, firstMs, peakBytes, isChosen }: CostRow): string[] {
  const time = `${step.medianMs.toFixed(2)} (${step.minMs.toFixed(2)})`;
  return [
    isChosen ? `**${time}**` : time,
    `${(firstMs / 1000).toFixed(1)} s`,
    `${Math.round(peakBytes / 2 ** 20)} MiB`,
  ];
}
