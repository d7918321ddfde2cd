import { join } from "node:path";
import { describeMachine } from "../describe_machine.ts";
import type { BenchOptions } from "../options.ts";
import type { GanWork } from "../work.ts";
import { PACKED_WORKS, UNROLLED_WORKS } from "./cost_works.ts";
import type { CostRow, Costs } from "./costs.ts";
import { drawCosts } from "./draw_costs.ts";
import { formatCosts } from "./format_costs.ts";
import { measureCost } from "./measure_cost.ts";

/** Rounds of each step, unless more are asked for: the smallest of them is what the step takes undisturbed. */
const LEAST_ROUNDS = 9;

/**
 * Measures what unrolled steps and packing cost, and writes `bench/costs.json`, `docs/costs.md` and `docs/costs.svg`.
 *
 * @param options The command line.
 * @param place The project's folder, and where progress is told.
 */
export async function writeCosts(
  options: BenchOptions,
  { root, tell }: { root: string; tell: (line: string) => void },
): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "assay-costs-" });
  const rounds = Math.max(LEAST_ROUNDS, options.rounds);
  const measure = async (works: readonly GanWork[]): Promise<CostRow[]> => {
    const rows: CostRow[] = [];
    for (const work of works) {
      for (const mode of ["graph", "xla"] as const) {
        tell(`${work.name}: ${mode}`);
        rows.push(await measureCost(work, { mode, rounds, threads: options.threads, folder }));
      }
    }
    return rows;
  };
  try {
    const costs: Costs = {
      machine: describeMachine(options.threads, {}),
      rounds,
      unrolled: await measure(UNROLLED_WORKS),
      packed: await measure(PACKED_WORKS),
    };
    console.log(options.json ? JSON.stringify(costs, null, 2) : formatCosts(costs));
    const files: Record<string, string> = {
      "bench/costs.json": JSON.stringify(costs),
      "docs/costs.md": formatCosts(costs),
      "docs/costs.svg": await drawCosts(costs),
    };
    for (const [path, text] of Object.entries(files)) {
      await Deno.writeTextFile(join(root, path), text);
    }
    const written = Object.keys(files).map((path) => join(root, path));
    await new Deno.Command(Deno.execPath(), { args: ["fmt", "--quiet", ...written] }).output();
    for (const path of written) tell(`wrote ${path}`);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}
