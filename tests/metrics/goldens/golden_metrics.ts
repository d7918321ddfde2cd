import { CLASS_GOLDENS } from "./class_goldens.ts";
import { DENSITY_GOLDENS } from "./density_goldens.ts";
import { DISTANCE_GOLDENS } from "./distance_goldens.ts";
import type { GoldenMetric } from "./golden_metric.ts";
import { NEIGHBOUR_GOLDENS } from "./neighbour_goldens.ts";

/** Every metric that has reference values, in the order of the table. */
export const GOLDEN_METRICS: readonly GoldenMetric[] = [
  ...DISTANCE_GOLDENS,
  ...NEIGHBOUR_GOLDENS,
  ...CLASS_GOLDENS,
  ...DENSITY_GOLDENS,
];

/** Expected fields that no metric of ours gives, and why. */
export const UNUSED_FIELDS: Readonly<Record<string, string>> = {
  "knn tied_votes": "says how many votes of a case are tied",
  "mmd_gaussian median_squared_distance":
    "a median of squares, which is not the square of the median",
  "parzen_kde scott_factor": "Scott's rule; ours is Silverman's",
  "parzen_kde h_robust_0p9":
    "the rule with the interquartile range; ours has the standard deviation",
  "gan_theory total_variation": "of densities; ours is of histograms",
};
