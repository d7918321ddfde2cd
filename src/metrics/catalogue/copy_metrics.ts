import type { MetricDescription } from "../metric_description.ts";

/** Copies of samples, and of training images. */
export const COPY_METRICS: readonly MetricDescription[] = [
  {
    name: "duplicate_rate",
    label: "Duplicate rate",
    better: "lower",
    dataset: "images",
    sampled: false,
    description:
      "Share of the pairs within batches of at most 1,000 samples that are as near, in feature space, as " +
      "the two nearest within any equally large batch of data; 1 when all samples are one. Its inverse is about " +
      "the number of different samples that a generator draws. More data has nearer pairs, which lowers it: compare " +
      "by one set of data. What features do not tell apart counts as one.",
    source: "After Arora, Risteski & Zhang 2018, section 3; threshold and rate are this project's",
  },
  {
    name: "nearest_neighbour_distance",
    label: "Nearest-neighbour distance",
    better: null,
    dataset: "images",
    sampled: false,
    unit: "L2, pixels in [0, 1]",
    description:
      "Mean distance of a sample to its nearest training image, or to the nearest stack that can be made of training " +
      "digits. Far below the real row it suggests copying, far above it bad images; blurred samples lie nearer than sharp ones, so neither direction is better.",
    source: "Exhaustive search in pixel space",
  },
];
