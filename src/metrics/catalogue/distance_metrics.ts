import type { MetricDescription } from "../metric_description.ts";

/** Distances of two sets of samples. */
export const DISTANCE_METRICS: readonly MetricDescription[] = [
  {
    name: "frechet_distance",
    label: "Fréchet distance",
    better: "lower",
    dataset: "both",
    sampled: true,
    description:
      "Squared distance of two Gaussians, fitted to features of the samples and of the real data. Compare " +
      "equal sample counts and one feature space only: features of our own judge make it no published FID.",
    source: "Heusel et al. 2017, arXiv:1706.08500, eq. 6; Dowson & Landau 1982",
  },
  {
    name: "kernel_distance",
    label: "Kernel distance",
    better: "lower",
    dataset: "images",
    sampled: false,
    description:
      "Squared maximum mean discrepancy under a cubic kernel, as KID has it. It has no bias, so it is " +
      "comparable across sample counts, and near 0 it is of either sign. Features of our own judge make it " +
      "no published KID.",
    source: "Bińkowski et al. 2018, arXiv:1801.01401, section 4",
  },
  {
    name: "kernel_distance_error",
    label: "Kernel distance, standard error",
    better: null,
    dataset: "images",
    sampled: false,
    description:
      "Standard error of the kernel distance of one run, from the spread of its ten blocks: how far the " +
      "finite sample alone moves it. It says nothing about other seeds.",
    source: "Student 1908, on the blocks of the kernel distance",
  },
  {
    name: "sliced_wasserstein",
    label: "Sliced Wasserstein distance",
    better: "lower",
    dataset: "points",
    sampled: true,
    unit: "as the points",
    description:
      "Root of the mean squared Wasserstein-2 distance along 64 evenly spread directions of the plane. Two " +
      "finite samples of one law are never at 0: compare equal counts, beside the real row.",
    source: "Rabin et al. 2012; Bonneel et al. 2015",
  },
];
