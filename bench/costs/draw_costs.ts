import { parse, View } from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import type { Costs } from "./costs.ts";

const MODES = { graph: "graph", xla: "XLA" } as const;

/**
 * Draws milliseconds and memory against the updates looked ahead.
 *
 * @param costs What was measured.
 * @returns An SVG document that stands by itself, on white.
 */
export async function drawCosts(costs: Costs): Promise<string> {
  const values = costs.unrolled.map(({ unrolledSteps, mode, step, peakBytes }) => ({
    ahead: unrolledSteps,
    mode: MODES[mode],
    ms: step.minMs,
    mib: peakBytes / 2 ** 20,
  }));
  const panel = (field: "ms" | "mib", title: string) => ({
    width: 300,
    height: 220,
    mark: { type: "line" as const, point: true },
    encoding: {
      x: {
        field: "ahead",
        type: "quantitative" as const,
        title: "updates looked ahead",
        axis: { values: [0, 1, 2, 5, 10, 20] },
      },
      y: { field, type: "quantitative" as const, title, scale: { zero: true } },
      color: { field: "mode", type: "nominal" as const, title: "mode" },
    },
  });
  const spec: TopLevelSpec = {
    background: "white",
    data: { values },
    hconcat: [panel("ms", "ms a step, smallest round"), panel("mib", "peak memory, MiB")],
  };
  const view = new View(parse(compile(spec).spec), { renderer: "none" });
  const svg = await view.toSVG();
  view.finalize();
  return `${svg}\n`;
}
