import type { PresetSpec } from "assay";

/** The mixtures of Lin et al. 2018, "PacGAN: The power of two samples in generative adversarial networks". */
export const PACGAN = {
  source: "Lin et al. 2018, arXiv:1712.04086, table 1",
  protocol: "10 trials, 400 epochs of 1,000 steps, 2,500 samples",
};

/** The mixtures of Srivastava et al. 2017, "VEEGAN: Reducing Mode Collapse in GANs using Implicit Variational Learning". */
export const VEEGAN = {
  source: "Srivastava et al. 2017, arXiv:1705.07761, table 1",
  protocol: "networks and steps of its own",
};

/**
 * PacGAN's own protocol on mixtures in the plane, but for the data: z of two dimensions; a generator of four hidden
 * layers of 400 units with batch normalisation; a discriminator of three layers of 200 maxout units of five pieces;
 * kernels drawn with a standard deviation of 0.02; 100 inputs of the discriminator in a step, each of m samples; Adam
 * at 1e-4 with beta1 0.8; 400 epochs, which are 400,000 steps. It wants 100,000 training samples.
 *
 * Source: Lin et al. 2018, arXiv:1712.04086, section 4.1, and the configuration of fjxmlzn/PacGAN,
 * synthetic_data_experiments.
 */
export const FAITHFUL_TO_PACGAN = {
  seeds: [101, 102, 103],
  only: ["vanilla", "packing-2"],
  base: {
    latentDim: 2,
    batchSize: 100,
    stepCount: 400_000,
    optimizer: { kind: "adam", learningRate: 1e-4, beta1: 0.8 },
    generator: {
      kind: "mlp",
      hidden: [400, 400, 400, 400],
      activation: "relu",
      batchNorm: true,
      initialStandardDeviation: 0.02,
    },
    discriminator: {
      kind: "mlp",
      hidden: [200, 200, 200],
      activation: "maxout",
      pieces: 5,
      initialStandardDeviation: 0.02,
    },
  },
  evaluation: { every: 20_000 },
  claims: [
    { metric: "modes_covered", better: "packing-2", than: "vanilla" },
    { metric: "reverse_kl", better: "packing-2", than: "vanilla" },
  ],
  protocolDifferences: [
    "Both networks are updated in turn, on latents of their own; in PacGAN's code at once, on the same ones.",
    "Batches and packs are drawn with replacement from 100,000 points; in PacGAN's code epochs shuffle 100,000 packs of fixed points.",
    "Samples are drawn with the statistics of their batch of 500, and 1e-5 is added to the variance; in PacGAN's code with a moving average, and 1e-4.",
    "Three seeds; PacGAN has ten trials.",
  ],
} as const satisfies PresetSpec<"vanilla" | "packing-2">;
