/** What a metric is, and how its number is read. */
export interface MetricDescription {
  /** The base name, without a protocol suffix. */
  readonly name: string;
  /** What tables and charts call it. */
  readonly label: string;
  /** The better direction; null where neither is. */
  readonly better: "higher" | "lower" | null;
  /** The data it is defined for. */
  readonly dataset: "images" | "points" | "both";
  /** Whether it depends on the number of samples so much that its full name carries it. */
  readonly sampled: boolean;
  /** The unit, where it has one. */
  readonly unit?: string;
  /** What it means, and when it lies. */
  readonly description: string;
  /** Paper or rule that defines it. */
  readonly source: string;
}

const DESCRIPTIONS: readonly MetricDescription[] = [
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
    name: "class_entropy",
    label: "Class entropy",
    better: "higher",
    dataset: "images",
    sampled: false,
    unit: "nats",
    description:
      "Entropy of the classes that the judge sees in the samples; ln 10 = 2.303 when all ten are drawn equally. " +
      "It measures balance, not quality: noise that the judge spreads over the classes scores well.",
    source: "Shannon 1948",
  },
  {
    name: "kl_to_uniform",
    label: "KL to uniform",
    better: "lower",
    dataset: "images",
    sampled: false,
    unit: "nats",
    description:
      "How far the histogram of judged classes is from a flat one; 0 when flat, ln 10 when one class is all. " +
      "The real data is not quite flat either, so read it beside the real row.",
    source: "Cover & Thomas, eq. 2.26",
  },
  {
    name: "classes_covered",
    label: "Classes covered",
    better: "higher",
    dataset: "images",
    sampled: false,
    description:
      "Classes that get at least 1 % of the samples. A class whose one image is repeated is covered too.",
    source: "The 1 % rule of this project, after Metz et al. 2017, arXiv:1611.02163, section 3.3",
  },
  {
    name: "nearest_neighbour_distance",
    label: "Nearest-neighbour distance",
    better: null,
    dataset: "images",
    sampled: false,
    unit: "L2, pixels in [0, 1]",
    description:
      "Mean distance of a sample to its nearest training image. Far below the real row it suggests copying, far " +
      "above it bad images; blurred samples lie nearer than sharp ones, so neither direction is better.",
    source: "Exhaustive search in pixel space",
  },
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
    label: "Reverse KL",
    better: "lower",
    dataset: "points",
    sampled: false,
    unit: "nats",
    description:
      "KL of the high-quality samples' histogram over modes to the weights of the mixture. It leaves out bad " +
      "samples, and has no value where none is good.",
    source: "Lin et al. 2018, PacGAN, arXiv:1712.04086",
  },
];

/** Every metric by its base name. */
export const METRICS: Readonly<Record<string, MetricDescription>> = Object.fromEntries(
  DESCRIPTIONS.map((description) => [description.name, description]),
);
