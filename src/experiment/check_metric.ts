import { METRICS } from "../metrics/catalogue.ts";
import { parseMetricName } from "../metrics/metric_name.ts";
import { quoteNames, suggestNearest } from "./find_nearest.ts";
import { type MetricSpace, suitsSpace } from "./metric_space.ts";
import { formatFound, type Path, type Problem } from "./problem.ts";

/** What a metric is named for. */
export interface MetricUse {
  /** What the data are; undefined where that is not known, and then every metric suits. */
  readonly space: MetricSpace | undefined;
  /** Whether the metric must have a better direction. */
  readonly directed: boolean;
}

/** Checks that a metric is known by its base name, and suits the data and its use. */
export function checkMetric(name: unknown, path: Path, use: MetricUse): Problem[] {
  if (typeof name !== "string" || name.trim() === "") return [];
  const known = listMetrics(use);
  if (known.includes(name)) return [];
  const wanted = `one of ${quoteNames(known)}`;
  return [{ path, wanted, found: formatFound(name), hint: explainMetric(name, known, use) }];
}

function listMetrics({ space, directed }: MetricUse): string[] {
  return Object.values(METRICS)
    .filter(({ better }) => !directed || better !== null)
    .filter(({ dataset }) => space === undefined || suitsSpace(dataset, space))
    .map(({ name }) => name);
}

function explainMetric(
  name: string,
  known: readonly string[],
  { space, directed }: MetricUse,
): string | undefined {
  const base = findBaseName(name);
  if (base === undefined) return suggestNearest(name, known);
  if (base !== name) return `Write the base name "${base}"; the number of samples is added for you`;
  const { better, dataset } = METRICS[base];
  if (directed && better === null) return "Neither direction of this metric is better";
  return `This metric is for ${dataset}, and the data are ${space}`;
}

function findBaseName(name: string): string | undefined {
  try {
    return parseMetricName(name);
  } catch {
    return undefined;
  }
}
