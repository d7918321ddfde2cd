import type { MetricDescription } from "../metric_description.ts";

/** Which of the 1,000 modes of stacked digits samples are of. */
export const STACK_METRICS: readonly MetricDescription[] = [
  {
    name: "modes_captured",
    label: "Modes captured",
    better: "higher",
    dataset: "stacks",
    sampled: true,
    description:
      "Triples of digits, of 1,000, that the judge sees in at least 1 sample. One sample is enough, so it grows " +
      "with the sample count; published numbers are of 26,000. The judge takes noise for some digit too, so bad " +
      "images capture modes: read it beside the Fréchet distance.",
    source:
      "Metz et al. 2017, arXiv:1611.02163, section 3.3; Srivastava et al. 2017, arXiv:1705.07761",
  },
  {
    name: "mode_reverse_kl",
    label: "Reverse KL over modes",
    better: "lower",
    dataset: "stacks",
    sampled: true,
    unit: "nats",
    description:
      "KL of the samples' histogram over the 1,000 triples of digits to a flat one; ln 1000 = 6.908 when one triple is " +
      "all. Even data gives about 999 / 2n, 0.019 for 26,000 samples, so compare equal sample counts, and read it beside " +
      "the real row.",
    source:
      "Metz et al. 2017, arXiv:1611.02163, section 3.3; Lin et al. 2018, PacGAN, arXiv:1712.04086",
  },
];
