import type { MetricDescription } from "../metric_description.ts";

/** What is measured of any two sets and has no place in an experiment's table. */
export const SET_METRICS: readonly MetricDescription[] = [
  {
    name: "frechet_floor",
    label: "Fréchet floor",
    better: null,
    dataset: "both",
    sampled: false,
    description:
      "Fréchet distance of two random halves of the real set, over four splits: what a perfect generator gets at half " +
      "as many samples. A Fréchet distance near it cannot be told from none.",
    source: "Lucic et al. 2018, arXiv:1711.10337, section 5.1",
  },
  {
    name: "frechet_extrapolated",
    label: "Fréchet distance, extrapolated",
    better: "lower",
    dataset: "both",
    sampled: false,
    description:
      "The Fréchet distance at infinitely many samples, by a line through its values at ten sample counts: free of the " +
      "samples' bias, not of the real set's. It can be below 0.",
    source: "Chong & Forsyth 2020, arXiv:1911.07023, section 3",
  },
  {
    name: "gan_train",
    label: "GAN-train",
    better: "higher",
    dataset: "both",
    sampled: false,
    description:
      "Accuracy on the real set of a linear classifier of features that was trained on the labelled samples; read it " +
      "beside the baseline. It falls when samples lack variety or quality.",
    source: "Shmelkov, Schmid & Alahari 2018, arXiv:1807.09499, section 3",
  },
  {
    name: "gan_test",
    label: "GAN-test",
    better: "higher",
    dataset: "both",
    sampled: false,
    description:
      "Accuracy on the labelled samples of a linear classifier that was trained on the real set; it speaks of quality " +
      "only. It needs the labels that samples were asked for: with a classifier's own it says nothing.",
    source: "Shmelkov, Schmid & Alahari 2018, arXiv:1807.09499, section 3",
  },
  {
    name: "gan_baseline",
    label: "GAN-train baseline",
    better: null,
    dataset: "both",
    sampled: false,
    description:
      "Accuracy on one half of the real set of a linear classifier that was trained on the other half: what perfect " +
      "samples reach.",
    source: "Shmelkov, Schmid & Alahari 2018, arXiv:1807.09499, section 3",
  },
];
