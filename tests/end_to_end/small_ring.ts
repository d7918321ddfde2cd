/** A real experiment that trains in about a second a run. */
export function writeSmallRing(options: { seeds?: number[]; stepCount?: number } = {}): string {
  const { seeds = [1], stepCount = 200 } = options;
  return `import { defineExperiment } from "assay";

export default defineExperiment({
  name: "small-ring",
  question: "Does it run?",
  dataset: { kind: "ring", trainCount: 2000, testCount: 500 },
  seeds: ${JSON.stringify(seeds)},
  base: {
    latentDim: 4,
    batchSize: 32,
    stepCount: ${stepCount},
    generator: { kind: "mlp", hidden: [16], activation: "relu" },
    discriminator: { kind: "mlp", hidden: [16], activation: "relu" },
  },
  variants: {
    "vanilla": {},
    "minibatch-discrimination": {
      discriminator: { minibatchDiscrimination: { kernels: 4, dimensions: 2, reduction: "mean" } },
    },
  },
  evaluation: { sampleCount: 500, curveSampleCount: 200, every: ${stepCount / 2} },
  claims: [{ metric: "modes_covered", better: "minibatch-discrimination", than: "vanilla" }],
});
`;
}
