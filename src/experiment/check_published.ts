import { checkMetric } from "./check_metric.ts";
import { checkVariantName } from "./check_variant_name.ts";
import { isObject } from "./json.ts";
import type { MetricSpace } from "./metric_space.ts";
import type { Path, Problem } from "./problem.ts";

/** Checks that published numbers are of known variants, and of metrics that suit the data. */
export function checkPublished(
  published: readonly unknown[],
  { variants, space }: { variants: readonly string[]; space: MetricSpace | undefined },
): Problem[] {
  return published.flatMap((row, index) => {
    if (!isObject(row)) return [];
    const path: Path = ["published", index];
    return [
      ...checkVariantName(row.variant, [...path, "variant"], variants),
      ...checkMetric(row.metric, [...path, "metric"], { space, directed: false }),
    ];
  });
}
