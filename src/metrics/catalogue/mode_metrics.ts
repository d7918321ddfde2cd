import type { MetricDescription } from "../metric_description.ts";

/** What the modes of a mixture say. */
export const MODE_METRICS: readonly MetricDescription[] = [
  {
    name: "modes_covered",
    label: "Modes covered",
    better: "higher",
    dataset: "points",
    sampled: false,
    description:
      "Modes that are nearest to at least 1 sample within 3 standard deviations. One stray point is enough, so " +
      "it grows with the sample count.",
    source: "Srivastava et al. 2017, VEEGAN, arXiv:1705.07761",
  },
  {
    name: "modes_covered_20",
    label: "Modes covered by 20",
    better: "higher",
    dataset: "points",
    sampled: false,
    description:
      "Modes that are nearest to at least 20 samples within 3 standard deviations: the strict twin of modes " +
      "covered, free of strays. It grows with the sample count too.",
    source: "Srivastava et al. 2017, arXiv:1705.07761, with a threshold of 20",
  },
  {
    name: "high_quality_share",
    label: "High-quality share",
    better: "higher",
    dataset: "points",
    sampled: false,
    description:
      "Share of the samples within 3 standard deviations of their nearest mode; 0.989 for perfect samples in the " +
      "plane. A generator that draws one point over and over can reach 1.",
    source: "Srivastava et al. 2017, VEEGAN, arXiv:1705.07761",
  },
  {
    name: "reverse_kl",
    label: "Reverse KL, high quality",
    better: "lower",
    dataset: "points",
    sampled: false,
    unit: "nats",
    description:
      "KL of the high-quality samples' histogram over modes to the weights of the mixture. It leaves out bad " +
      "samples, and has no value where none is good.",
    source: "Lin et al. 2018, PacGAN, arXiv:1712.04086",
  },
  {
    name: "reverse_kl_all",
    label: "Reverse KL, all samples",
    better: "lower",
    dataset: "points",
    sampled: false,
    unit: "nats",
    description:
      "KL of the histogram of all samples over their nearest modes to the weights of the mixture. It is " +
      "always defined, but a sample far from every mode counts for the nearest.",
    source: "Lin et al. 2018, PacGAN, arXiv:1712.04086, section 4.1",
  },
];
