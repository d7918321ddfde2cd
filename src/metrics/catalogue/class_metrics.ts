import type { MetricDescription } from "../metric_description.ts";

/** What a judge's classes say. */
export const CLASS_METRICS: readonly MetricDescription[] = [
  {
    name: "class_entropy",
    label: "Class entropy",
    better: "higher",
    dataset: "digits",
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
    dataset: "digits",
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
    dataset: "digits",
    sampled: false,
    description:
      "Classes that get at least 1 % of the samples. A class whose one image is repeated is covered too.",
    source: "The 1 % rule of this project, after Metz et al. 2017, arXiv:1611.02163, section 3.3",
  },
  {
    name: "jensen_shannon",
    label: "Jensen-Shannon divergence",
    better: "lower",
    dataset: "both",
    sampled: false,
    unit: "nats",
    description:
      "Between the histogram of the samples over judged classes, or over nearest modes, and that of the " +
      "data; 0 when equal, ln 2 = 0.693 when they share nothing. All samples count, bad ones too, and only " +
      "their classes matter. Where modes are many and samples few, as with stacked digits, chance alone makes it " +
      "large: compare equal sample counts.",
    source: "Lin 1991, eq. 4.1",
  },
  {
    name: "classifier_score",
    label: "Classifier score",
    better: "higher",
    dataset: "digits",
    sampled: false,
    description:
      "exp of the mean KL of the judge's answer for a sample from its mean answer, as the Inception Score " +
      "has it; 10 when it is sure of every sample and all classes are equally frequent. It never looks at " +
      "the data: one perfect image of each class gets 10.",
    source:
      "Salimans et al. 2016, arXiv:1606.03498, section 4; Barratt & Sharma 2018, arXiv:1801.01973",
  },
  {
    name: "mode_score",
    label: "Mode score",
    better: "higher",
    dataset: "digits",
    sampled: false,
    description:
      "The classifier score with a toll for classes in other shares than the data's. Of the data it sees " +
      "the classes' frequencies only, so a class with one image repeated costs nothing.",
    source: "Che et al. 2017, arXiv:1612.02136, section 4.1; Zhou et al. 2018, arXiv:1703.02000",
  },
];
