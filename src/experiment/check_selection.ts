import { checkMetric } from "./check_metric.ts";
import type { MetricSpace } from "./metric_space.ts";
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
  return checkMetric(metric, path, { space, directed: true });
}
