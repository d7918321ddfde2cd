import { CLASS_METRICS } from "./catalogue/class_metrics.ts";
import { COPY_METRICS } from "./catalogue/copy_metrics.ts";
import { DISTANCE_METRICS } from "./catalogue/distance_metrics.ts";
import { MANIFOLD_METRICS } from "./catalogue/manifold_metrics.ts";
import { MODE_METRICS } from "./catalogue/mode_metrics.ts";
import { STACK_METRICS } from "./catalogue/stack_metrics.ts";
import type { MetricDescription } from "./metric_description.ts";

const DESCRIPTIONS: readonly MetricDescription[] = [
  ...DISTANCE_METRICS,
  ...MANIFOLD_METRICS,
  ...CLASS_METRICS,
  ...MODE_METRICS,
  ...STACK_METRICS,
  ...COPY_METRICS,
];

/** Every metric by its base name, in the order of tables. */
export const METRICS: Readonly<Record<string, MetricDescription>> = Object.fromEntries(
  DESCRIPTIONS.map((description) => [description.name, description]),
);
