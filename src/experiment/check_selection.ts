import { METRICS } from "../metrics/catalogue.ts";
import { quoteNames, suggestNearest } from "./find_nearest.ts";
import { type MetricSpace, suitsSpace } from "./metric_space.ts";
import { formatFound, type Path, type Problem } from "./problem.ts";

/** Checks that a metric can tell the better of two checkpoints on data of a kind. */
export function checkSelection(
  metric: string,
  { path, space }: { readonly path: Path; readonly space: MetricSpace },
): Problem[] {
  if (space === "stacks") {
    const wanted = "left out, as stacked digits have no validation split";
    return [{ path, wanted, found: formatFound(metric) }];
  }
  const known = Object.values(METRICS)
    .filter(({ better, dataset }) => better !== null && suitsSpace(dataset, space))
    .map(({ name }) => name);
  if (known.includes(metric)) return [];
  const hint = Object.hasOwn(METRICS, metric) && METRICS[metric].better === null
    ? "Neither direction of this metric is better"
    : suggestNearest(metric, known);
  return [{ path, wanted: `one of ${quoteNames(known)}`, found: formatFound(metric), hint }];
}
