import { defineExperiment } from "assay";

export default defineExperiment({
  name: "ring",
  question: "Does minibatch discrimination cover the modes of a ring that a vanilla GAN misses?",
  dataset: { kind: "ring", modeCount: 8, radius: 1, standardDeviation: 0.02 },
  seeds: [1, 2, 3, 4, 5],
  base: {
    latentDim: 16,
    batchSize: 128,
    stepCount: 6_000,
    objective: "non-saturating",
    optimizer: {
      kind: "adam",
      learningRate: { generator: 1e-3, discriminator: 1e-4 },
      beta1: 0.5,
    },
    generator: { kind: "mlp", hidden: [128, 128], activation: "relu" },
    discriminator: { kind: "mlp", hidden: [128, 128], activation: "relu" },
  },
  variants: {
    "vanilla": {},
    "minibatch-discrimination": {
      extends: "vanilla",
      discriminator: {
        minibatchDiscrimination: { kernels: 16, dimensions: 4, reduction: "mean" },
      },
    },
  },
  evaluation: { sampleCount: 2_500, every: 1_000, curveSampleCount: 2_500 },
  claims: [
    { metric: "modes_covered_20", better: "minibatch-discrimination", than: "vanilla" },
    { metric: "high_quality_share", better: "minibatch-discrimination", than: "vanilla" },
    { metric: "reverse_kl", better: "minibatch-discrimination", than: "vanilla" },
  ],
  presets: {
    quick: {
      seeds: [1],
      base: { stepCount: 1_000 },
      evaluation: { sampleCount: 1_000, curveSampleCount: 500, every: 250 },
    },
  },
});
