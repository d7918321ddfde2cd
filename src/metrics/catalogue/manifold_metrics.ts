import type { MetricDescription } from "../metric_description.ts";

/** Who lies in whose neighbourhood. */
export const MANIFOLD_METRICS: readonly MetricDescription[] = [
  {
    name: "precision_k5",
    label: "Precision",
    better: "higher",
    dataset: "images",
    sampled: true,
    mostSamples: 2_000,
    description:
      "Share of the samples that lie in the data's manifold: nearer to a real one, in feature space, than " +
      "its 5th nearest real neighbour. It speaks of quality only: a generator that copies one good image " +
      "reaches 1, and one outlier among the data widens the manifold.",
    source: "Kynkäänniemi et al. 2019, arXiv:1904.06991, eq. 1 and 2",
  },
  {
    name: "recall_k5",
    label: "Recall",
    better: "higher",
    dataset: "images",
    sampled: true,
    mostSamples: 2_000,
    description:
      "Share of the data that lies in the manifold of the samples. It speaks of variety only: samples that " +
      "are scattered widely cover the data without being near it.",
    source: "Kynkäänniemi et al. 2019, arXiv:1904.06991, eq. 1 and 2",
  },
  {
    name: "density_k5",
    label: "Density",
    better: "higher",
    dataset: "images",
    sampled: true,
    mostSamples: 2_000,
    description:
      "How many real neighbourhoods hold a sample on average, over k = 5; about 1 for samples as good as " +
      "data. Above 1 samples crowd where data is dense, which a collapsed generator does best: read it with " +
      "coverage.",
    source: "Naeem et al. 2020, arXiv:2002.09797, eq. 3",
  },
  {
    name: "coverage_k5",
    label: "Coverage",
    better: "higher",
    dataset: "images",
    sampled: true,
    mostSamples: 2_000,
    description:
      "Share of the data whose neighbourhood, up to the 5th nearest real neighbour, holds a sample; about " +
      "0.97 for samples as varied as data, with equal counts. It falls when classes or styles are missing.",
    source: "Naeem et al. 2020, arXiv:2002.09797, eq. 4",
  },
];
