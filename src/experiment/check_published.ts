import { checkMetric } from "./check_metric.ts";
import { checkVariantName } from "./check_variant_name.ts";
import { isObject } from "./json.ts";
import type { MetricSpace } from "./metric_space.ts";
import type { Path, Problem } from "./problem.ts";

const WANTED = "different from the numbers before it in variant, metric, source or protocol";

/** Checks that published numbers are of known variants, of metrics that suit the data, and one for each protocol. */
export function checkPublished(
  published: readonly unknown[],
  { variants, space }: { variants: readonly string[]; space: MetricSpace | undefined },
): Problem[] {
  const seen = new Set<string>();
  return published.flatMap((row, index) => {
    if (!isObject(row)) return [];
    const path: Path = ["published", index];
    const identity = JSON.stringify([row.variant, row.metric, row.source, row.protocol]);
    const isRepeated = seen.has(identity);
    seen.add(identity);
    return [
      ...checkVariantName(row.variant, [...path, "variant"], variants),
      ...checkMetric(row.metric, [...path, "metric"], { space, directed: false }),
      ...(isRepeated ? [{ path, wanted: WANTED, found: "it repeats one" }] : []),
    ];
  });
}
