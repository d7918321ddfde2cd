import type { MetricDescription } from "../metrics/metric_description.ts";

/** What metrics are of: images of one digit, stacks of digits, or points of the plane. */
export type MetricSpace = "digits" | "stacks" | "points";

/** What the metrics of a dataset are of, by its kind. */
export const METRIC_SPACES: Readonly<Record<string, MetricSpace>> = {
  "mnist": "digits",
  "stacked-mnist": "stacks",
  "ring": "points",
  "grid": "points",
  "mixture": "points",
};

/** Whether a metric for such data is defined in a space. */
export function suitsSpace(dataset: MetricDescription["dataset"], space: MetricSpace): boolean {
  return dataset === "both" || dataset === space || (dataset === "images" && space !== "points");
}
